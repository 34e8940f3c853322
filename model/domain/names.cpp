#include "model/domain/names.h"

#include <array>

namespace signalbox {
namespace {

template <class Enum>
struct Names;   // the names in the order of the enum's values

template <>
struct Names<Channel> {
    static constexpr std::array names{"website", "whatsapp", "api", "import"};
};
template <>
struct Names<Origin> {
    static constexpr std::array names{"live", "practice", "imported"};
};
template <>
struct Names<Author> {
    static constexpr std::array names{"visitor", "ai", "agent", "system"};
};
template <>
struct Names<OwnerKind> {
    static constexpr std::array names{"ai", "queue", "agent", "nobody"};
};
template <>
struct Names<Presence> {
    static constexpr std::array names{"offline", "online", "away", "on_break"};
};
template <>
struct Names<Role> {
    static constexpr std::array names{"agent", "lead", "supervisor"};
};
template <>
struct Names<OfferOutcome> {
    static constexpr std::array names{"accepted", "declined", "lapsed", "withdrawn"};
};
template <>
struct Names<CriterionState> {
    static constexpr std::array names{"unknown", "met", "not_met"};
};
template <>
struct Names<ValueType> {
    static constexpr std::array names{"string", "number", "boolean", "set", "time"};
};

template <>
struct Names<Score> {
    static constexpr std::array names{"intent", "fit", "urgency", "value"};
};
template <>
struct Names<AlertWay> {
    static constexpr std::array names{"desktop", "webhook", "email"};
};
template <>
struct Names<HeldBack> {
    static constexpr std::array names{"no", "silenced", "quiet", "budget", "grouped", "history"};
};
template <>
struct Names<Verdict> {
    static constexpr std::array names{"true", "false", "unsure"};
};
template <>
struct Names<SilentKind> {
    static constexpr std::array names{"valuable", "near", "far", "unmeasured"};
};

template <class Enum>
std::string_view name(Enum value)
{
    return Names<Enum>::names[static_cast<std::size_t>(value)];
}

}

std::string_view nameOf(Channel channel) { return name(channel); }
std::string_view nameOf(Origin origin) { return name(origin); }
std::string_view nameOf(Author author) { return name(author); }
std::string_view nameOf(OwnerKind kind) { return name(kind); }
std::string_view nameOf(Presence presence) { return name(presence); }
std::string_view nameOf(Role role) { return name(role); }
std::string_view nameOf(OfferOutcome outcome) { return name(outcome); }
std::string_view nameOf(CriterionState state) { return name(state); }
std::string_view nameOf(ValueType type) { return name(type); }
std::string_view nameOf(Score score) { return name(score); }
std::string_view nameOf(AlertWay way) { return name(way); }
std::string_view nameOf(HeldBack heldBack) { return name(heldBack); }
std::string_view nameOf(Verdict verdict) { return name(verdict); }
std::string_view nameOf(SilentKind kind) { return name(kind); }

template <class Enum>
std::optional<Enum> fromName(std::string_view text)
{
    for (std::size_t i = 0; i < Names<Enum>::names.size(); ++i)
        if (text == Names<Enum>::names[i])
            return static_cast<Enum>(i);
    return std::nullopt;
}

template std::optional<Channel> fromName(std::string_view);
template std::optional<Origin> fromName(std::string_view);
template std::optional<Author> fromName(std::string_view);
template std::optional<OwnerKind> fromName(std::string_view);
template std::optional<Presence> fromName(std::string_view);
template std::optional<Role> fromName(std::string_view);
template std::optional<OfferOutcome> fromName(std::string_view);
template std::optional<CriterionState> fromName(std::string_view);
template std::optional<ValueType> fromName(std::string_view);
template std::optional<Score> fromName(std::string_view);
template std::optional<AlertWay> fromName(std::string_view);
template std::optional<HeldBack> fromName(std::string_view);
template std::optional<Verdict> fromName(std::string_view);
template std::optional<SilentKind> fromName(std::string_view);

}
