package dev.drydock.impl.caching;

import static dev.drydock.impl.caching.ManagerTables.assertCaches;
import static dev.drydock.impl.caching.ManagerTables.assertInert;
import static dev.drydock.impl.caching.ManagerTables.assertLeft;
import static dev.drydock.impl.caching.ManagerTables.assertMounts;
import static dev.drydock.impl.caching.ManagerTables.assertSilent;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** apt-fast, apk, dnf, yum, microdnf and zypper; two slashes part the lines of a file. */
class SystemManagersTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          apt | FROM ubuntu:24.04 // RUN apt-fast update && apt-fast install -y git | /var/cache/apt,sharing=locked /var/lib/apt,sharing=locked
          apk | FROM alpine // RUN apk update && apk add curl | /etc/apk/cache,sharing=locked
          apk | FROM alpine // RUN apk add --update curl | /etc/apk/cache,sharing=locked
          apk | FROM alpine // RUN apk add -U curl && apk add git | /etc/apk/cache,sharing=locked
          apk | FROM alpine // RUN apk add -U --no-cache curl | /etc/apk/cache,sharing=locked
          dnf | FROM fedora // RUN dnf -y --setopt=keepcache=1 install git | /var/cache/dnf,sharing=locked /var/cache/libdnf5,sharing=locked
          yum | FROM centos:7 // RUN yum install -y git | /var/cache/dnf,sharing=locked /var/cache/yum,sharing=locked
          microdnf | FROM registry.access.redhat.com/ubi9-minimal // RUN microdnf install -y git | /var/cache/yum,sharing=locked
          zypper | FROM opensuse/leap // RUN zypper --non-interactive refresh && zypper -n in git | /var/cache/zypp,sharing=locked
          """)
  void whatDownloadsIsMounted(String manager, String file, String mounts) {
    assertMounts(manager, file, mounts);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          apt | no-download | FROM ubuntu:24.04 // RUN apt-fast remove -y git
          apk | lists | FROM alpine // RUN apk add --no-cache curl
          apk | lists | FROM alpine // RUN apk add curl
          apk | lists | FROM alpine // RUN apk add -U --no-cache curl && apk add git
          apk | lists | FROM alpine // RUN apk --no-cache update && apk add curl
          apk | lists | FROM alpine // RUN apk update // RUN apk add curl
          apk | lists | FROM alpine // RUN apk update && apk add curl // RUN apk add git
          apk | lists | FROM alpine // RUN if test -f x; then apk update; fi; apk add curl
          apk | refused-setting | FROM alpine // RUN apk add -U --root /rootfs --initdb curl
          apk | no-download | FROM alpine // RUN apk info
          apk | relocated | FROM alpine // RUN ln -s /var/cache/apk /etc/apk/cache // RUN apk add -U curl
          apk | removes-mount-point | FROM alpine // RUN apk add -U curl && rm -rf /etc/apk/cache
          dnf | refused-setting | FROM fedora // RUN dnf install -y --installroot /mnt git
          dnf | refused-setting | FROM fedora // RUN dnf install -y --downloadonly git
          dnf | lists | FROM fedora // RUN dnf makecache
          dnf | removes-mount-point | FROM fedora // RUN dnf install -y git && rm -rf /var/cache/*
          dnf | reader | FROM fedora // RUN dnf install -y git // RUN dnf install -y -C git
          dnf | user | FROM fedora // USER app // RUN dnf install -y git
          microdnf | removes-mount-point | FROM registry.access.redhat.com/ubi9-minimal // RUN microdnf install -y git && microdnf clean all
          yum | no-download | FROM centos:7 // RUN yum list
          zypper | refused-setting | FROM opensuse/leap // RUN zypper --root /mnt install git
          zypper | lists | FROM opensuse/leap // RUN zypper refresh
          zypper | reader | FROM opensuse/leap // RUN zypper in -y git // RUN zypper --no-refresh in -y curl
          """)
  void whatCannotBeMountedIsLeftAlone(String manager, String rule, String file) {
    assertLeft(manager, rule, file);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          apk | FROM alpine // RUN echo apk add curl
          dnf | FROM fedora // RUN mydnf install git
          """)
  void whatIsNoCallIsNotSpokenOf(String manager, String file) {
    assertSilent(manager, file);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          apk | FROM alpine // RUN apk update && apk add --no-cache curl | FROM alpine // RUN --mount=type=cache,target=/etc/apk/cache,sharing=locked \\ //     apk update && apk add curl
          apk | FROM alpine // RUN apk --no-cache update && apk --no-cache add curl | FROM alpine // RUN --mount=type=cache,target=/etc/apk/cache,sharing=locked \\ //     apk update && apk add curl
          apk | FROM alpine // RUN apk add -U --no-cache curl | FROM alpine // RUN --mount=type=cache,target=/etc/apk/cache,sharing=locked \\ //     apk add -U curl
          apk | FROM alpine // RUN apk add --no-cache curl | FROM alpine // RUN --mount=type=cache,target=/etc/apk/cache,sharing=locked \\ //     apk add -U curl
          apk | FROM alpine // RUN apk --no-cache add a && apk add --no-cache --virtual b c | FROM alpine // RUN --mount=type=cache,target=/etc/apk/cache,sharing=locked \\ //     apk -U add a && apk add -U --virtual b c
          apk | FROM alpine // RUN apk add --no-cache curl && apk add git | FROM alpine // RUN apk add --no-cache curl && apk add git
          apk | FROM alpine // RUN apk add --no-cache --no-cache a | FROM alpine // RUN --mount=type=cache,target=/etc/apk/cache,sharing=locked \\ //     apk add -U a
          dnf | FROM fedora // RUN dnf install -y git && dnf clean all && rm -rf /var/cache/dnf | FROM fedora // RUN --mount=type=cache,target=/var/cache/dnf,sharing=locked \\ //     --mount=type=cache,target=/var/cache/libdnf5,sharing=locked \\ //     dnf install -y git
          dnf | FROM fedora // RUN cp -r pkgs /var/cache/dnf // RUN dnf install -y git && dnf clean all | FROM fedora // RUN cp -r pkgs /var/cache/dnf // RUN dnf install -y git && dnf clean all
          microdnf | FROM ubi9-minimal // RUN microdnf install -y git && microdnf clean all | FROM ubi9-minimal // RUN --mount=type=cache,target=/var/cache/yum,sharing=locked \\ //     microdnf install -y git
          zypper | FROM opensuse/leap // RUN zypper in -y git && zypper clean -a | FROM opensuse/leap // RUN --mount=type=cache,target=/var/cache/zypp,sharing=locked \\ //     zypper in -y git
          """)
  void whatDefeatsAMountGoesWithIt(String manager, String before, String after) {
    assertCaches(manager, before, after);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          true  | dnf    | FROM fedora // RUN dnf install -y git
          false | dnf    | FROM fedora // RUN dnf install -y --setopt=keepcache=1 git
          false | dnf    | FROM fedora // RUN echo keepcache=True >> /etc/dnf/dnf.conf // RUN dnf install -y git
          true  | dnf    | FROM fedora // RUN dnf install -y git // RUN echo keepcache=True >> /etc/dnf/dnf.conf
          true  | zypper | FROM opensuse/leap // RUN zypper -n in git
          false | zypper | FROM opensuse/leap // RUN zypper mr --keep-packages --all && zypper -n in git
          false | apk    | FROM alpine // RUN apk add -U curl
          true  | apk    | FROM alpine // RUN apk add -U --no-cache curl
          """)
  void aWarningSaysWherePackagesAreNotKept(boolean inert, String manager, String file) {
    assertInert(inert, manager, file);
  }
}
