package dev.drydock.benchmarks.work;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Loads the library and Vavr with counts in them; everything else comes from the loader of this class. */
final class CountingLoader extends ClassLoader {

  private static final String COUNTER = Type.getInternalName(Counter.class);

  CountingLoader() {
    super(CountingLoader.class.getClassLoader());
  }

  private static boolean counted(String name) {
    return (name.startsWith("dev.drydock.") || name.startsWith("io.vavr.")) && !name.equals(Counter.class.getName());
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!counted(name)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? findClass(name) : loaded;
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      ClassReader reader = new ClassReader(in);
      ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
      reader.accept(new CountedClass(name, writer), 0);
      byte[] bytes = writer.toByteArray();
      return defineClass(name, bytes, 0, bytes.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }

  private static final class CountedClass extends ClassVisitor {

    private final String owner;

    CountedClass(String owner, ClassVisitor next) {
      super(Opcodes.ASM9, next);
      this.owner = owner;
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
      MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
      // A bridge only passes a call on, which would count it twice.
      return (access & Opcodes.ACC_BRIDGE) != 0
          ? next
          : new CountedMethod(Counter.number(owner + "." + name), next);
    }
  }

  /** Calls of static methods without a result change neither the stack nor the frames that the class file describes. */
  private static final class CountedMethod extends MethodVisitor {

    private final int number;
    private final Set<Label> passed = new HashSet<>();

    CountedMethod(int number, MethodVisitor next) {
      super(Opcodes.ASM9, next);
      this.number = number;
    }

    @Override
    public void visitCode() {
      super.visitCode();
      count("entered");
    }

    @Override
    public void visitLabel(Label label) {
      passed.add(label);
      super.visitLabel(label);
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
      if (passed.contains(label)) {
        count("repeated");
      }
      super.visitJumpInsn(opcode, label);
    }

    private void count(String what) {
      super.visitLdcInsn(number);
      super.visitMethodInsn(Opcodes.INVOKESTATIC, COUNTER, what, "(I)V", false);
    }
  }
}
