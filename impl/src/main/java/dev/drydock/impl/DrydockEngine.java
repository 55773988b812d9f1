package dev.drydock.impl;

import dev.drydock.caching.CachingTransform;
import dev.drydock.caching.ImageFacts;
import dev.drydock.caching.PackageManager;
import dev.drydock.caching.PythonCaching;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.ImageReference;
import dev.drydock.impl.caching.fact.Distributions;
import dev.drydock.impl.caching.fact.KnownImage;
import dev.drydock.impl.read.ConstructReader;
import dev.drydock.impl.read.InstructionReader;
import dev.drydock.impl.read.MountReader;
import dev.drydock.impl.read.ProblemFinder;
import dev.drydock.impl.read.SyntaxDetector;
import dev.drydock.impl.read.WordExpander;
import dev.drydock.impl.shell.ShellReader;
import dev.drydock.impl.caching.Caching;
import dev.drydock.spi.CachingEngine;
import dev.drydock.spi.ConstructSink;
import dev.drydock.spi.Engine;
import dev.drydock.spi.InstructionSink;
import dev.drydock.spi.MountSink;
import dev.drydock.spi.ProblemSink;
import dev.drydock.spi.ShellSink;
import dev.drydock.transform.Transform;
import io.vavr.collection.Seq;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The engine that the language finds: each question goes to the one class that answers it. */
public final class DrydockEngine
    implements Engine, CachingEngine<Dockerfile, ImageFacts, PackageManager, Transform, CachingTransform, PythonCaching> {

  /** Made by {@link java.util.ServiceLoader}. */
  public DrydockEngine() {}

  @Override
  public void constructs(String source, ConstructSink sink) {
    ConstructReader.read(source, sink);
  }

  @Override
  public void instruction(String text, char escape, InstructionSink sink) {
    InstructionReader.read(text, escape, sink);
  }

  @Override
  public void problems(String source, ProblemSink sink) {
    ProblemFinder.find(source, sink);
  }

  @Override
  public @Nullable String syntax(String source) {
    return SyntaxDetector.detect(source);
  }

  @Override
  public void mount(String value, MountSink sink) {
    MountReader.read(value, sink);
  }

  @Override
  public @Nullable String expand(
      String word, char escape, Function<String, @Nullable String> variables) {
    return WordExpander.expand(word, escape, variables);
  }

  @Override
  public void shell(String script, ShellSink sink) {
    ShellReader.read(script, sink);
  }

  @Override
  public @Nullable String distribution(String image) {
    return Distributions.of(ImageReference.parse(image)).map(Object::toString).getOrNull();
  }

  @Override
  public ImageFacts imageFacts(Dockerfile file) {
    return KnownImage.of(file);
  }

  @Override
  public Transform addSyntax() {
    return Caching.addSyntax();
  }

  @Override
  public CachingTransform keepAptCache() {
    return Caching.keepAptCache();
  }

  @Override
  public CachingTransform mountCache(Seq<PackageManager> managers) {
    return Caching.mountCache(managers);
  }

  @Override
  public CachingTransform dropCacheDefeaters(Seq<PackageManager> managers) {
    return Caching.dropCacheDefeaters(managers);
  }

  @Override
  public Transform dropCacheDefeatingEnv(Seq<PackageManager> managers) {
    return Caching.dropCacheDefeatingEnv(managers);
  }

  @Override
  public PythonCaching pythonCaching(Seq<PackageManager> managers) {
    return Caching.pythonCaching(managers);
  }

  @Override
  public CachingTransform repairCacheMounts(Seq<PackageManager> managers) {
    return Caching.repairCacheMounts(managers);
  }

  @Override
  public Transform uvLinkModeCopy() {
    return Caching.uvLinkModeCopy();
  }

  @Override
  public Transform stripCacheMounts() {
    return Caching.stripCacheMounts();
  }
}
