#include "routing/conditions/index/surviving.h"

#include <algorithm>
#include <cstring>

namespace signalbox {
namespace {

[[gnu::always_inline]] inline bool isEmpty(const Quad& low, const Quad& high)
{
    const Quad any = low | high;
    return (any[0] | any[1] | any[2] | any[3]) == 0;
}

[[gnu::always_inline]] inline bool survive(const PickedRows& picked, std::size_t block, BlockWords& left)
{
    constexpr std::size_t stride = 8;   // looks whether anything is left after so many
    const auto bits = [block](const void* row) { return static_cast<const Block*>(row) + block; };
    const void* const* const all = picked.all.data();
    Quad low = bits(all[0])->low;
    Quad high = bits(all[0])->high;
    for (std::size_t i = 1; i < picked.count;) {
        for (const std::size_t end = std::min(i + stride, picked.count); i < end; ++i) {
            low &= bits(all[i])->low;
            high &= bits(all[i])->high;
        }
        if (isEmpty(low, high))
            return false;
    }
    for (const void* const* row = picked.any.data(); row != picked.any.data() + picked.any.size(); ++row) {
        Quad enoughLow = bits(*row)->low;
        Quad enoughHigh = bits(*row)->high;
        for (++row; *row; ++row) {
            enoughLow |= bits(*row)->low;
            enoughHigh |= bits(*row)->high;
        }
        low &= enoughLow;
        high &= enoughHigh;
    }
    std::memcpy(left.data(), &low, sizeof low);
    std::memcpy(left.data() + left.size() / 2, &high, sizeof high);
    return !isEmpty(low, high);
}

bool survivePlain(const PickedRows& picked, std::size_t block, BlockWords& left)
{
    return survive(picked, block, left);
}

#ifdef __x86_64__
[[gnu::target("avx2")]] bool surviveWide(const PickedRows& picked, std::size_t block, BlockWords& left)
{
    return survive(picked, block, left);
}
#endif

}

Survive* surviveHere()
{
#ifdef __x86_64__
    if (__builtin_cpu_supports("avx2"))
        return surviveWide;
#endif
    return survivePlain;
}

}
