// Deciding allocates nothing once it is warm: every operator new of this program counts while a test asks for it.
#include "routing/engine.h"
#include "routing/rulebook/rulebook_json.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <new>

namespace {

thread_local bool counts = false;
thread_local std::size_t allocations = 0;

void* allocate(std::size_t size)
{
    if (counts)
        ++allocations;
    if (void* const memory = std::malloc(size))
        return memory;
    throw std::bad_alloc();
}

}

void* operator new(std::size_t size) { return allocate(size); }
void* operator new[](std::size_t size) { return allocate(size); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t) noexcept { std::free(memory); }

namespace signalbox {
namespace {

// So many policies of every sort of comparison; more than the flat form takes when `copies` is high.
Rulebook rulebookOf(std::size_t copies)
{
    std::string policies;
    for (std::size_t i = 0; i < copies; ++i) {
        const std::string n = std::to_string(i);
        policies += (i == 0 ? "" : ",") + (R"({"id":"p)" + n)
            + R"(","name":"One","when":{"all":[{"attr":"crm.country","op":"in","value":["DE","A)" + n
            + R"("]},{"attr":"crm.size","op":"ge","value":)" + std::to_string(500 + i)
            + R"(},{"attr":"visitor.tags","op":"has_any","value":["vip","t)" + n
            + R"("]},{"attr":"page.path","op":"matches","value":"^/pricing/[a-z]+)" + n
            + R"($"}]},"actions":[{"type":"keep_with_ai"}]})";
    }
    return *readRulebook("[" + policies + "]");
}

Values valuesOf(std::size_t i)
{
    return {{"crm.country", std::string(i % 2 == 0 ? "DE" : "a country that no rule knows, with a long name")},
            {"crm.size", static_cast<double>(400 + 100 * (i % 10))},
            {"visitor.tags", makeStringSet({"vip", "t" + std::to_string(i % 7), "no rule asks for it"})},
            {"page.path", "/pricing/enterprise" + std::to_string(i % 40)}};
}

class DecidesWithoutAllocating : public testing::TestWithParam<std::size_t> { };

TEST_P(DecidesWithoutAllocating, onceItHasSeenSuchContexts)
{
    const Engine engine(rulebookOf(GetParam()), 1, {});
    std::vector<Values> contexts;
    for (std::size_t i = 0; i < 280; ++i)
        contexts.push_back(valuesOf(i));
    const auto decideAll = [&] {
        std::size_t fired = 0;
        for (const Values& values : contexts)
            fired += engine.firstMatch(values, {}) != nullptr ? 1u : 0u;
        return fired;
    };
    const std::size_t firedBefore = decideAll();
    allocations = 0;
    counts = true;
    const std::size_t fired = decideAll();
    counts = false;
    EXPECT_EQ(allocations, 0u);
    EXPECT_EQ(fired, firedBefore);
    EXPECT_GT(fired, 0u);
}

INSTANTIATE_TEST_SUITE_P(Forms, DecidesWithoutAllocating, testing::Values(3, 200));

TEST(DecidesWithoutAllocating, andTheCountIsNotDeaf)
{
    allocations = 0;
    counts = true;
    const std::vector<int> numbers(100);
    counts = false;
    EXPECT_EQ(allocations, 1u);
    EXPECT_EQ(numbers.size(), 100u);
}

}
}
