#include "routing/proof/witness.h"

#include "routing/conditions/evaluate.h"

#include <algorithm>
#include <set>

#include <z3++.h>

namespace signalbox {
namespace {

// Attributes whose texts are equal, with what is asked of any of them.
struct TextGroup {
    std::vector<std::string> attributes;
    std::vector<WantedText> wanted;
    std::vector<z3::expr> reasons;   // of each wish, true in the model
    std::vector<z3::expr> bonds;     // why they are equal
};

class WitnessBuilder {
public:
    WitnessBuilder(const z3::model& model, Encoding& encoding, const World& world, Texts& texts)
        : m_model(model), m_encoding(encoding), m_world(world), m_texts(texts)
    {
    }

    // What cannot be so together; empty when texts were found for all of it.
    std::vector<z3::expr> build()
    {
        for (const ScheduleId& schedule : m_encoding.schedules())
            if (!m_world.knows(schedule))
                m_values[scheduleAttribute(schedule)] = isTrue(m_encoding.scheduleTruth(schedule));
        for (const std::string& attribute : m_encoding.attributes())
            if (isThere(attribute))
                setPlainValue(attribute);
        if (m_world.needsNow())
            m_values["now"] = now();
        for (TextGroup& group : textGroups()) {
            auto answer
                = m_texts.find(group.wanted, group.attributes.size() > 1 ? std::vector<std::string>{} : taken());
            if (answer.state == Texts::Answer::State::Unknown)
                answer = m_texts.find(group.wanted);
            m_unknown = m_unknown || answer.state == Texts::Answer::State::Unknown;
            if (answer.state == Texts::Answer::State::Impossible)
                return lesson(group, fewest(group, answer.core));
            for (const std::string& attribute : group.attributes)
                m_values[attribute] = answer.text;
        }
        addTextsToSets();
        return {};
    }

    bool unknown() const { return m_unknown; }
    Values& values() { return m_values; }

    // Texts that are held against each other are tried, each as the other one, a bit longer, and empty.
    void tryRelated(const std::function<bool(const Values&)>& isGood)
    {
        std::set<std::string> attributes;
        for (const Encoding::Relation& relation : m_encoding.relations())
            for (const std::string& attribute : {relation.left, relation.right})
                if (m_values.contains(attribute) && m_world.typeOf(attribute) == ValueType::String)
                    attributes.insert(attribute);
        std::vector<std::string> candidates{"", "a", "zz"};
        for (const std::string& attribute : attributes) {
            const std::string text = std::get<std::string>(m_values.at(attribute));
            candidates.insert(candidates.end(), {text, text + "a", "a" + text});
        }
        const Values found = m_values;
        for (const std::string& first : attributes)
            for (const std::string& text : candidates)
                for (const std::string& second : attributes)
                    for (const std::string& other : candidates) {
                        m_values = found;
                        m_values[first] = text;
                        m_values[second] = other;
                        if (isGood(m_values))
                            return;
                    }
        m_values = found;
    }

private:
    bool isTrue(const z3::expr& it) const { return m_model.eval(it, false).is_true(); }
    std::int64_t whole(const z3::expr& it) const
    {
        std::int64_t value = 0;
        const z3::expr found = m_model.eval(it, false);
        return found.is_numeral() && found.is_numeral_i64(value) ? value : 0;
    }
    bool isThere(const std::string& attribute) const
    {
        return m_model.eval(m_encoding.missing(attribute), false).is_false();
    }

    // Where nothing is said of the time, one at which the schedules' states are known.
    Instant now() const
    {
        const auto& moments = m_world.moments();
        const bool isFree = !m_model.eval(m_encoding.numberOf("now"), false).is_numeral();
        return isFree && !moments.empty() ? moments.front().at : fromMicroseconds(whole(m_encoding.numberOf("now")));
    }

    void setPlainValue(const std::string& attribute)
    {
        switch (m_world.typeOf(attribute)) {
        case ValueType::Number:
            m_values[attribute] = numberOfRank(whole(m_encoding.numberOf(attribute)));
            return;
        case ValueType::Time:
            m_values[attribute] = fromMicroseconds(whole(m_encoding.numberOf(attribute)));
            return;
        case ValueType::Boolean:
            m_values[attribute] = isTrue(m_encoding.truthOf(attribute));
            return;
        case ValueType::Set: {
            StringSet members;
            for (const std::string& member : m_world.membersOf(attribute))
                if (isTrue(m_encoding.memberOf(attribute, member)))
                    members.push_back(member);
            m_values[attribute] = std::move(members);
            return;
        }
        case ValueType::String:
            return;   // with the others it may have to equal
        }
    }

    std::vector<TextGroup> textGroups() const
    {
        std::vector<TextGroup> groups;
        for (const std::string& attribute : m_encoding.attributes())
            if (m_world.typeOf(attribute) == ValueType::String && isThere(attribute))
                groups.push_back(groupOf(attribute));
        for (const Encoding::Relation& relation : m_encoding.relations())
            if (relation.op == Operator::Eq && isTrue(m_encoding.relationTruth(relation)))
                join(groups, relation);
        return groups;
    }

    TextGroup groupOf(const std::string& attribute) const
    {
        TextGroup group;
        group.attributes.push_back(attribute);
        const auto tests = m_encoding.textTests().find(attribute);
        if (tests == m_encoding.textTests().end())
            return group;
        for (const TextTest& test : tests->second) {
            const z3::expr it = m_encoding.textTruth(attribute, test);
            const z3::expr found = m_model.eval(it, false);
            if (!found.is_true() && !found.is_false())
                continue;
            group.wanted.push_back({test, found.is_true()});
            group.reasons.push_back(found.is_true() ? it : !it);
        }
        return group;
    }

    void join(std::vector<TextGroup>& groups, const Encoding::Relation& relation) const
    {
        const auto holding = [&groups](const std::string& attribute) {
            return std::find_if(groups.begin(), groups.end(), [&attribute](const TextGroup& group) {
                return std::find(group.attributes.begin(), group.attributes.end(), attribute) != group.attributes.end();
            });
        };
        const auto left = holding(relation.left);
        const auto right = holding(relation.right);
        if (left == groups.end() || right == groups.end())
            return;
        left->bonds.push_back(m_encoding.relationTruth(relation));
        if (left == right)
            return;
        const auto append = [](auto& to, const auto& from) { to.insert(to.end(), from.begin(), from.end()); };
        append(left->attributes, right->attributes);
        append(left->wanted, right->wanted);
        append(left->reasons, right->reasons);
        append(left->bonds, right->bonds);
        groups.erase(right);
    }

    // Texts in use where some have to differ.
    std::vector<std::string> taken() const
    {
        std::vector<std::string> texts;
        if (m_encoding.relations().empty())
            return texts;
        for (const auto& [attribute, value] : m_values)
            if (const auto* const text = std::get_if<std::string>(&value))
                texts.push_back(*text);
        return texts;
    }

    std::vector<std::size_t> fewest(const TextGroup& group, std::vector<std::size_t> core)
    {
        for (std::size_t i = core.size(); i-- > 0;) {
            std::vector<WantedText> rest;
            for (std::size_t k = 0; k < core.size(); ++k)
                if (k != i)
                    rest.push_back(group.wanted[core[k]]);
            if (m_texts.find(rest).state == Texts::Answer::State::Impossible)
                core.erase(core.begin() + static_cast<std::ptrdiff_t>(i));
        }
        return core;
    }

    static std::vector<z3::expr> lesson(const TextGroup& group, const std::vector<std::size_t>& core)
    {
        std::vector<z3::expr> together = group.bonds;
        for (const std::size_t i : core)
            together.push_back(group.reasons[i]);
        return together;
    }

    void addTextsToSets()
    {
        for (const Encoding::Relation& relation : m_encoding.relations()) {
            const auto text = m_values.find(relation.left);
            const auto set = m_values.find(relation.right);
            if (relation.op != Operator::In || text == m_values.end() || set == m_values.end()
                || !isTrue(m_encoding.relationTruth(relation)))
                continue;
            auto& members = std::get<StringSet>(set->second);
            members.push_back(std::get<std::string>(text->second));
            members = makeStringSet(std::move(members));
        }
    }

    const z3::model& m_model;
    Encoding& m_encoding;
    const World& m_world;
    Texts& m_texts;
    Values m_values;
    bool m_unknown = false;
};

}

WitnessAttempt buildWitness(const z3::model& model, Encoding& encoding, const World& world, Texts& texts,
                            const std::function<void(const std::vector<z3::expr>&)>& refute,
                            const std::function<bool(const Values&)>& isGood)
{
    using State = WitnessAttempt::State;
    WitnessBuilder builder(model, encoding, world, texts);
    const auto impossible = builder.build();
    if (!impossible.empty()) {
        refute(impossible);
        return {State::Refuted, {}};
    }
    if (!isGood(builder.values()) && !encoding.relations().empty())
        builder.tryRelated(isGood);
    const bool isBuilt = isGood(builder.values());
    return {isBuilt ? State::Built : State::Unknown, std::move(builder.values())};
}

}
