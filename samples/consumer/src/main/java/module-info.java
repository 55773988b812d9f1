/** A module of somebody else. */
module com.example.consumer {
  requires dev.drydock.all;
}
