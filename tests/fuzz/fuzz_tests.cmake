# Builds the fuzz targets with clang and runs each for a bounded time, from the corpus in the checkout and what earlier
# runs found. Where clang or its runtime is missing the tests say so and count as skipped.
find_program(CLANG NAMES clang++ clang++-14)
if(CLANG)
    execute_process(COMMAND ${CLANG} -print-runtime-dir OUTPUT_VARIABLE clang_runtime OUTPUT_STRIP_TRAILING_WHITESPACE)
    file(GLOB clang_fuzzer ${clang_runtime}/libclang_rt.fuzzer-*.a ${clang_runtime}/libclang_rt.fuzzer.a)
endif()
set(fuzz_seconds 15)

# signalbox_fuzz(TARGET SEEDS...): the test fuzz.TARGET; SEEDS are further folders to begin with.
function(signalbox_fuzz target)
    set(found ${CMAKE_BINARY_DIR}/fuzz/found/${target})
    file(MAKE_DIRECTORY ${found})
    add_test(NAME fuzz.${target} COMMAND ${CMAKE_BINARY_DIR}/fuzz/build/fuzz_${target}
        -max_total_time=${fuzz_seconds} -timeout=10 -rss_limit_mb=2048 -max_len=4096 -detect_leaks=0 -verbosity=0
        -dict=${CMAKE_CURRENT_SOURCE_DIR}/fuzz/words.dict -artifact_prefix=${found}-
        ${found} ${CMAKE_CURRENT_SOURCE_DIR}/fuzz/corpus/${target} ${ARGN})
    set_tests_properties(fuzz.${target} PROPERTIES LABELS fuzz TIMEOUT 120)
endfunction()

if(clang_fuzzer)
    include(ExternalProject)
    string(REPLACE ";" "|" launcher "${CMAKE_CXX_COMPILER_LAUNCHER}")
    ExternalProject_Add(fuzz SOURCE_DIR ${CMAKE_CURRENT_SOURCE_DIR}/fuzz
        PREFIX ${CMAKE_BINARY_DIR}/fuzz BINARY_DIR ${CMAKE_BINARY_DIR}/fuzz/build LIST_SEPARATOR |
        CMAKE_ARGS -DCMAKE_CXX_COMPILER=${CLANG} -DCMAKE_CXX_COMPILER_LAUNCHER=${launcher}
        BUILD_COMMAND ${CMAKE_COMMAND} --build <BINARY_DIR> -j2
        INSTALL_COMMAND "" BUILD_ALWAYS ON USES_TERMINAL_BUILD ON)
    signalbox_fuzz(rulebook ${CMAKE_CURRENT_SOURCE_DIR}/data/rulebooks)
    signalbox_fuzz(contexts)
else()
    foreach(target rulebook contexts)
        add_test(NAME fuzz.${target} COMMAND ${CMAKE_COMMAND} -E echo "Not fuzzed: no clang with libFuzzer here.")
        set_tests_properties(fuzz.${target} PROPERTIES LABELS fuzz SKIP_REGULAR_EXPRESSION "Not fuzzed")
    endforeach()
endif()
