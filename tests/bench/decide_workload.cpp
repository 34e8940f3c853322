#include "tests/bench/decide_workload.h"

#include "routing/context/context_json.h"
#include "routing/rulebook/rulebook_json.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

namespace signalbox {
namespace {

constexpr std::size_t contextsMade = 20'000;
constexpr std::size_t texts = 12;
constexpr std::size_t numbers = 10;
constexpr std::size_t flags = 5;

// A function: benchmarks are registered before the statics of this file are there.
std::filesystem::path data() { return std::filesystem::path(SHARED_DATA) / "bench" / "data"; }

std::string contentOf(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

// Makes up policies like those people write: two to five comparisons, most of them of texts, some with ranges or tags.
// The same on every machine: the engine is the standard's, and its numbers are cut down by hand.
class Maker {
public:
    explicit Maker(std::size_t seed) : m_random(seed) { }

    Policy policy(std::size_t place)
    {
        Policy policy;
        policy.id = {"p" + std::to_string(place)};
        policy.priority = static_cast<int>(place);
        AllOf all;
        for (std::size_t i = 0, count = 2 + below(4); i < count; ++i)
            all.parts.push_back({comparison()});
        policy.when = {std::move(all)};
        return policy;
    }
    Values context()
    {
        Values values;
        for (std::size_t i = 0; i < texts; ++i)
            if (below(5) > 0)
                values.emplace(text(i), Value(word(i)));
        for (std::size_t i = 0; i < numbers; ++i)
            if (below(5) > 0)
                values.emplace(number(i), Value(static_cast<double>(below(1000))));
        for (std::size_t i = 0; i < flags; ++i)
            values.emplace(flag(i), Value(below(2) == 0));
        values.emplace("tags", Value(tags(below(5))));
        return values;
    }

private:
    static std::string text(std::size_t i) { return "text." + std::to_string(i); }
    static std::string number(std::size_t i) { return "number." + std::to_string(i); }
    static std::string flag(std::size_t i) { return "flag." + std::to_string(i); }

    std::size_t below(std::size_t bound) { return static_cast<std::size_t>(m_random() % bound); }
    // Attributes have 6 to 127 words each; the first ones come more often.
    std::string word(std::size_t i)
    {
        const std::size_t words = 6 + i * 11;
        return "word " + std::to_string(std::min(below(words), below(words)));
    }
    StringSet tags(std::size_t count)
    {
        std::vector<std::string> members;
        for (std::size_t i = 0; i < count; ++i)
            members.push_back("tag " + std::to_string(below(40)));
        return makeStringSet(std::move(members));
    }
    Comparison comparison()
    {
        const std::size_t kind = below(20);
        if (kind < 8) {
            const std::size_t i = below(texts);
            return {text(i), Operator::Eq, Value(word(i))};
        }
        if (kind < 11) {
            const std::size_t i = below(texts);
            return {text(i), Operator::In, std::vector<Value>{word(i), word(i), word(i)}};
        }
        if (kind < 16) {
            const double low = static_cast<double>(below(900));
            return {number(below(numbers)), Operator::Between,
                    std::vector<Value>{low, low + static_cast<double>(20 + below(200))}};
        }
        if (kind < 18)
            return {flag(below(flags)), Operator::Eq, Value(below(2) == 0)};
        return {"tags", Operator::HasAny, Value(tags(1 + below(3)))};
    }

    std::mt19937_64 m_random;
};

DecideWorkload made(std::size_t size)
{
    DecideWorkload workload;
    Maker maker(size);
    for (std::size_t i = 0; i < size; ++i)
        workload.rulebook.policies.push_back(maker.policy(i));
    for (std::size_t i = 0; i < contextsMade; ++i)
        workload.contexts.push_back(maker.context());
    return workload;
}

DecideWorkload shared(const std::string& shape, const std::string& size)
{
    DecideWorkload workload{*readRulebook(contentOf(data() / shape / ("policies-" + size + ".json"))), {}};
    workload.contexts = *readContexts(contentOf(data() / "contexts.json"), workload.rulebook);
    return workload;
}

}

std::vector<std::string> decideWorkloads()
{
    std::vector<std::string> names;
    for (const char* const shape : {"typical", "adversarial", "made"})
        for (const char* const size : {"10", "100", "1000", "10000"})
            if (std::string_view(shape) == "made" || std::filesystem::exists(data() / shape))
                names.push_back(std::string(shape) + "/" + size);
    return names;
}

const DecideWorkload& decideWorkload(const std::string& name)
{
    static std::string known;
    static DecideWorkload workload;
    if (known == name)
        return workload;
    const std::size_t slash = name.find('/');
    const std::string size = name.substr(slash + 1);
    workload = name.starts_with("made/") ? made(std::stoul(size)) : shared(name.substr(0, slash), size);
    known = name;
    return workload;
}

}
