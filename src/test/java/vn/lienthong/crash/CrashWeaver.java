package vn.lienthong.crash;

import static java.lang.constant.ConstantDescs.CD_String;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lets the gateway's classes pass by the agent at the crash sites; everything else stays as it was compiled. */
final class CrashWeaver implements ClassFileTransformer {
    private static final ClassDesc AGENT = ClassDesc.of("vn.lienthong.crash.CrashAgent");
    private static final MethodTypeDesc REACHED = MethodTypeDesc.of(CD_void, CD_int, CD_String);
    private static final MethodTypeDesc LEAVING = MethodTypeDesc.of(
            CD_void, OutputStream.class.describeConstable().orElseThrow(), ClassDesc.ofDescriptor("[B"), CD_String);

    @Override
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            String type,
            @Nullable Class<?> before,
            @Nullable ProtectionDomain domain,
            byte[] bytes) {
        List<CrashSite> sites = Arrays.stream(CrashSite.values())
                .filter(site -> site.type().equals(type))
                .toList();
        if (sites.isEmpty() || loader == null) {
            return null;
        }
        try {
            byte[] woven = bytes;
            for (CrashSite site : sites) {
                woven = woven(loader, woven, site);
            }
            return woven;
        } catch (RuntimeException | Error trouble) { // the virtual machine would keep silent about it
            trouble.printStackTrace();
            throw trouble;
        }
    }

    private static byte[] woven(ClassLoader loader, byte[] bytes, CrashSite site) {
        ClassFile format = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.ofResourceParsing(loader).orElse(ClassHierarchyResolver.defaultResolver())));
        return format.transformClass(
                format.parse(bytes),
                ClassTransform.transformingMethodBodies(
                        method -> method.methodName().equalsString(site.method()), new Passing(site)));
    }

    private record Passing(CrashSite site) implements CodeTransform {
        @Override
        public void atStart(CodeBuilder code) {
            if (site.where() == CrashSite.Where.BEGINNING) {
                pass(code);
            }
        }

        @Override
        public void accept(CodeBuilder code, CodeElement element) {
            if (site.where() == CrashSite.Where.END && element instanceof ReturnInstruction) {
                pass(code);
            }
            if (site.where() == CrashSite.Where.WRITE && element instanceof InvokeInstruction call && writes(call)) {
                code.dup2().loadConstant(site.name()).invokestatic(AGENT, "leaving", LEAVING);
            }
            code.with(element);
        }

        private void pass(CodeBuilder code) {
            if (site.decider() == CrashSite.ALWAYS) {
                code.iconst_1();
            } else {
                code.iload(site.decider());
            }
            code.loadConstant(site.name()).invokestatic(AGENT, "reached", REACHED);
        }

        private static boolean writes(InvokeInstruction call) {
            return call.name().equalsString("write") && call.type().equalsString("([B)V");
        }
    }
}
