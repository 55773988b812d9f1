package dev.drydock.shell; final class Placeholder {}
