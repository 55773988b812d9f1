# Packages that are compiled under settings of their own.
FROM nvidia/cuda:12.4.1-devel-ubuntu22.04
RUN apt-get update && apt-get install -y --no-install-recommends python3-pip ninja-build && rm -rf /var/lib/apt/lists/*
ENV TORCH_CUDA_ARCH_LIST="8.0;8.6+PTX" FORCE_CUDA=1
RUN pip3 install --no-cache-dir torch --index-url https://download.pytorch.org/whl/cu124
RUN pip3 install --no-cache-dir --no-build-isolation flash-attn
RUN CMAKE_ARGS="-DGGML_CUDA=on" pip3 install --no-cache-dir llama-cpp-python
RUN pip3 install --no-cache-dir --no-binary :all: winch
