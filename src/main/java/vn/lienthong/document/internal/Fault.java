package vn.lienthong.document.internal;

import vn.lienthong.kernel.Bilingual;

/** Causes of trouble with a store of files. Those that {@link #isLasting} end only when a person changes something. */
public enum Fault {
    KEY_FILE(
            true,
            "không đọc được khóa truy cập",
            "the access key cannot be read",
            "kiểm tra lienthong.document.s3.key-file: hai dòng, khóa truy cập rồi khóa bí mật, trục đọc được",
            "check lienthong.document.s3.key-file: two lines, access key then secret key, readable by the gateway"),
    CERTIFICATES(
            true,
            "không đọc được chứng thư gốc",
            "the trusted certificates cannot be read",
            "kiểm tra lienthong.document.s3.certificates: tệp PEM",
            "check lienthong.document.s3.certificates: a PEM file"),
    OTHER_STORE(
            true,
            "đây không phải kho mà các nút khác đang dùng",
            "this is not the store that other running nodes use",
            "đặt cùng một lienthong.document.folder, hoặc cùng một lienthong.document.s3, cho mọi nút",
            "set one shared lienthong.document.folder, or the same lienthong.document.s3, for all nodes"),
    KEY_REFUSED(
            true,
            "kho không nhận khóa truy cập này",
            "the store refuses this access key",
            "kiểm tra hai dòng của lienthong.document.s3.key-file với người quản kho",
            "compare both lines of lienthong.document.s3.key-file with whoever runs the store"),
    DENIED(
            true,
            "khóa truy cập không đủ quyền",
            "the access key lacks rights",
            "cấp cho khóa quyền s3:ListBucket trên bucket, và s3:GetObject, s3:PutObject, s3:DeleteObject,"
                    + " s3:AbortMultipartUpload trên tệp trong đó",
            "grant the key s3:ListBucket on the bucket, and s3:GetObject, s3:PutObject, s3:DeleteObject,"
                    + " s3:AbortMultipartUpload on what is in it"),
    NO_BUCKET(
            true,
            "không có bucket này",
            "there is no such bucket",
            "tạo bucket, hoặc sửa lienthong.document.s3.bucket, endpoint, path-style",
            "create the bucket, or correct lienthong.document.s3.bucket, endpoint, path-style"),
    REGION(
            true,
            "kho thuộc vùng khác hoặc không hiểu lời gọi",
            "the store is in another region or does not understand the call",
            "sửa lienthong.document.s3.region theo người quản kho",
            "set lienthong.document.s3.region as whoever runs the store says"),
    TLS(
            true,
            "không bắt tay TLS được với kho",
            "no TLS with the store",
            "chứng thư của kho hết hạn, sai tên, hoặc do nơi riêng cấp: khi đó đặt lienthong.document.s3.certificates",
            "its certificate has expired, is for another name, or comes from an authority of its own: then set"
                    + " lienthong.document.s3.certificates"),
    CLOCK(
            false,
            "đồng hồ của trục và của kho lệch nhau quá nhiều",
            "the clocks of gateway and store are too far apart",
            "bật đồng bộ giờ (NTP) ở cả hai phía",
            "switch on time synchronisation (NTP) on both sides"),
    NAME(
            false,
            "không phân giải được tên máy của kho",
            "the store's host name cannot be resolved",
            "kiểm tra lienthong.document.s3.endpoint và máy chủ DNS",
            "check lienthong.document.s3.endpoint and the DNS server"),
    DOWN(
            false,
            "không kết nối được kho, hoặc kho cắt kết nối",
            "the store cannot be reached or breaks connections off",
            "kiểm tra kho có chạy không, cổng và tường lửa; tệp đã nhận không mất, nơi gửi sẽ gửi lại",
            "see whether the store runs, its port and the firewall; no file is lost, senders come again"),
    SLOW(
            false,
            "kho không trả lời kịp",
            "the store does not answer in time",
            "xem tải của kho và đường mạng; giới hạn là read-timeout, longest-call của lienthong.document.s3",
            "look at the store's load and the network; the limits are read-timeout and longest-call of"
                    + " lienthong.document.s3"),
    BUSY(
            false,
            "kho yêu cầu gọi ít đi",
            "the store asks for fewer calls",
            "tăng sức kho hoặc giảm lienthong.document.uploads",
            "give the store more power or lower lienthong.document.uploads"),
    FULL(
            false,
            "kho hết chỗ hoặc hết hạn mức",
            "the store is full or its quota used up",
            "thêm đĩa cho kho hoặc nâng hạn mức của bucket",
            "add disks to the store or raise the bucket's quota"),
    DAMAGED(
            false,
            "dữ liệu hỏng trên đường tới kho",
            "data was damaged on its way to the store",
            "kiểm tra mạng và thiết bị trung gian giữa trục và kho",
            "look at the network and at what stands between gateway and store"),
    FAILS(
            false,
            "kho báo lỗi bên trong",
            "the store reports an error of its own",
            "xem nhật ký của kho",
            "look at the store's log"),
    GARBAGE(
            false,
            "nơi trả lời không nói như một kho S3",
            "what answers does not speak like an S3 store",
            "kiểm tra lienthong.document.s3.endpoint: phải là cổng API, không phải trang quản trị hay trang báo bảo trì",
            "check lienthong.document.s3.endpoint: the port of its API, not of its console or a maintenance page");

    private final boolean lasting;
    private final String vi;
    private final String en;
    private final String remedyVi;
    private final String remedyEn;

    Fault(boolean lasting, String vi, String en, String remedyVi, String remedyEn) {
        this.lasting = lasting;
        this.vi = vi;
        this.en = en;
        this.remedyVi = remedyVi;
        this.remedyEn = remedyEn;
    }

    /** Whether settings or rights are wrong, as against what may pass by itself. */
    public boolean isLasting() {
        return lasting;
    }

    /** What is so. */
    public Bilingual found() {
        return new Bilingual(vi, en);
    }

    /** What a person can do. */
    public Bilingual remedy() {
        return new Bilingual(remedyVi, remedyEn);
    }

    /** Both of it about this place, in one text. */
    public Bilingual about(String where) {
        return new Bilingual(
                "Kho tệp " + where + ": " + vi + ". Cách sửa: " + remedyVi + ".",
                "the store of files " + where + ": " + en + ". Remedy: " + remedyEn + ".");
    }
}
