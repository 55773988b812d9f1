package dev.drydock.benchmarks.tools;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;

/** A small Dockerfile for each package manager, as people write them. */
final class Examples {

  /** By the name of the tool; {@code //} stands for the end of a line. */
  private static final Map<String, String> ALL =
      Vector.of(
              """
              apt: FROM debian:bookworm // RUN apt-get update && apt-get install -y --no-install-recommends git && rm -rf /var/lib/apt/lists/*
              pip: FROM python:3.12-slim // COPY requirements.txt . // RUN pip install --no-cache-dir -r requirements.txt
              uv: FROM python:3.12-slim // COPY pyproject.toml uv.lock ./ // RUN pip install --no-cache-dir uv && uv sync --no-cache
              poetry: FROM python:3.12-slim // COPY pyproject.toml poetry.lock ./ // RUN pip install poetry && poetry install --no-cache
              pipenv: FROM python:3.12-slim // COPY Pipfile Pipfile.lock ./ // RUN pipenv sync --system
              conda: FROM continuumio/miniconda3 // COPY environment.yml . // RUN conda env update -n base -f environment.yml && conda clean -afy
              apk: FROM alpine:3.20 // RUN apk add --no-cache curl
              dnf: FROM fedora:40 // RUN dnf install -y --setopt=keepcache=1 git && dnf clean all
              yum: FROM centos:7 // RUN yum install -y git && yum clean all && rm -rf /var/cache/yum
              microdnf: FROM registry.access.redhat.com/ubi9-minimal // RUN microdnf install -y git && microdnf clean all
              zypper: FROM opensuse/leap // RUN zypper -n in --no-recommends git && zypper clean -a
              npm: FROM node:20 // COPY package.json package-lock.json ./ // RUN npm ci && npm cache clean --force
              yarn: FROM node:20 // COPY package.json yarn.lock ./ // RUN yarn install --frozen-lockfile
              pnpm: FROM node:20 // COPY package.json pnpm-lock.yaml ./ // RUN pnpm install --frozen-lockfile && pnpm store prune
              bun: FROM oven/bun:1 // COPY package.json bun.lock ./ // RUN bun install --frozen-lockfile
              go: FROM golang:1.22 // COPY go.mod go.sum ./ // RUN go mod download
              cargo: FROM rust:1.80 // COPY . . // RUN cargo build --release
              maven: FROM maven:3-eclipse-temurin-17 // COPY . . // RUN mvn -B package
              gradle: FROM eclipse-temurin:17 // COPY . . // RUN ./gradlew build
              bundler: FROM ruby:3.3 // COPY Gemfile Gemfile.lock ./ // RUN bundle install
              composer: FROM composer:2 // COPY composer.json composer.lock ./ // RUN composer install --no-cache
              nuget: FROM mcr.microsoft.com/dotnet/sdk:8.0 // COPY app.csproj . // RUN dotnet restore --no-http-cache
              """
                  .split("\n"))
          .toLinkedMap(line -> line.substring(0, line.indexOf(':')), line -> line.substring(line.indexOf(':') + 2).replace(" // ", "\n") + "\n");

  private Examples() {}

  static String of(String tool) {
    return ALL.get(tool).getOrElseThrow(() -> new IllegalStateException("there is no example of " + tool));
  }
}
