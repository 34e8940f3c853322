#include "routing/conditions/patterns.h"

#include "routing/conditions/walk.h"

#include <re2/re2.h>

#include <unordered_map>

namespace signalbox {
namespace {

constexpr std::size_t longestPattern = 1000;

RE2::Options quietly()
{
    RE2::Options options;
    options.set_log_errors(false);
    return options;
}

}

struct CompiledPattern {
    explicit CompiledPattern(const std::string& pattern) : expression(pattern, quietly()) { }
    RE2 expression;
};

struct Patterns::State {
    std::unordered_map<std::string, std::unique_ptr<const CompiledPattern>> compiled;
};

std::optional<std::string> whyPatternIsRefused(const std::string& pattern)
{
    if (pattern.size() > longestPattern)
        return "longer than " + std::to_string(longestPattern) + " bytes";
    const RE2 compiled(pattern, quietly());
    return compiled.ok() ? std::nullopt : std::optional(compiled.error());
}

Patterns::Patterns() : m_state(std::make_unique<State>()) { }
Patterns::~Patterns() = default;
Patterns::Patterns(Patterns&&) noexcept = default;

void Patterns::addFrom(const Condition& condition)
{
    forEachLeaf(condition, [this](const Comparison& comparison) {
        const auto* const value = std::get_if<Value>(&comparison.operand);
        const auto* const pattern = value ? std::get_if<std::string>(value) : nullptr;
        if (comparison.op != Operator::Matches || !pattern || m_state->compiled.contains(*pattern))
            return;
        auto compiled = std::make_unique<const CompiledPattern>(*pattern);
        if (compiled->expression.ok())
            m_state->compiled.emplace(*pattern, std::move(compiled));
    });
}

bool Patterns::found(const std::string& pattern, std::string_view text) const
{
    const CompiledPattern* const compiled = find(pattern);
    return compiled && found(*compiled, text);
}

const CompiledPattern* Patterns::find(const std::string& pattern) const
{
    const auto compiled = m_state->compiled.find(pattern);
    return compiled == m_state->compiled.end() ? nullptr : compiled->second.get();
}

bool Patterns::found(const CompiledPattern& pattern, std::string_view text)
{
    return pattern.expression.Match({text.data(), text.size()}, 0, text.size(), RE2::UNANCHORED, nullptr, 0);
}

}
