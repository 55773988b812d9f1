package dev.drydock.dockerfile;

import io.vavr.collection.Vector;
import io.vavr.control.Option;

/** Writes another mount over one, so that the fields that both have keep their characters. */
final class MountText {

  private MountText() {}

  /**
   * The flag of another mount.
   *
   * @param written the flag as it stands in the file
   */
  static String with(String written, Flag flag, Mount mount, char escape) {
    boolean plain = written.equals(flag.text()) && written.indexOf('"') < 0;
    String edited = plain ? "--mount=" + edited(flag.value().getOrElse(""), mount) : "";
    boolean same = plain && Mount.parse(edited.substring("--mount=".length())).contains(mount);
    return same ? edited : InstructionWriter.flag("mount", mount.text(), escape);
  }

  /** A plain value with the fields of a mount: those that changed in their places, new ones in the usual order. */
  private static String edited(String value, Mount mount) {
    Vector<String> fields = Vector.of(value.split(",", -1));
    for (String name : mount.names()) {
      Option<String> wanted = mount.field(name);
      int at = fields.lastIndexWhere(field -> MountFields.nameOf(field).equals(name));
      if (wanted.isEmpty()) {
        fields = fields.filter(field -> !MountFields.nameOf(field).equals(name));
      } else if (at < 0) {
        fields = fields.insert(place(fields, name, mount.names()), name + "=" + wanted.get());
      } else if (!isSaid(fields.get(at), mount, name)) {
        fields = fields.update(at, fields.get(at).substring(0, fields.get(at).indexOf('=') + 1) + wanted.get());
      }
    }
    return fields.mkString(",");
  }

  /** Whether a field gives a mount the value that it has. */
  private static boolean isSaid(String field, Mount mount, String name) {
    return Mount.parse("type=" + mount.type() + "," + field).exists(read -> read.field(name).equals(mount.field(name)));
  }

  /** The index of the first field that is usually written after one of this name. */
  private static int place(Vector<String> fields, String name, Vector<String> order) {
    int rank = order.indexOf(name);
    int at = fields.indexWhere(field -> order.indexOf(MountFields.nameOf(field)) > rank);
    return at < 0 ? fields.size() : at;
  }
}
