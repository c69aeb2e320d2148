package vn.lienthong.inbox.callback;

import org.jspecify.annotations.Nullable;

/** What a receiver asks for; without a secret the gateway makes one. */
record CallbackWish(@Nullable String url, @Nullable String secret) {
    @Override
    public String toString() {
        return "CallbackWish[url=" + url + "]";
    }
}
