#pragma once

#include "routing/engine.h"
#include "ui/policies/studio_context.h"

#include <QObject>
#include <QString>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace signalbox {

struct CompiledDraft;
struct PastSample;

// One conversation, or values typed in, decided on the draft. Everything is decided again when a value or the draft
// changes; the values it looks at become the studio's sample.
class Trial : public QObject {
    Q_OBJECT

public:
    explicit Trial(const StudioContext& studio, QObject* parent = nullptr);

    // A decision of the past: its values as they were, its scores as the draft's signals count them.
    void tryPast(const QString& name, const Decision& decision);
    // Values as they stand. Without "now" the moment is the present.
    void tryValues(const QString& name, Values values);

    bool isEmpty() const { return !m_base; }
    const QString& name() const { return m_name; }

    // Changed values stand out until they are reset; none: missing. Changing one back to what it was resets it.
    void change(const std::string& attribute, const std::optional<Value>& value);
    void reset(const std::string& attribute);
    void resetAll();
    bool isChanged(const std::string& attribute) const { return m_edits.contains(attribute); }
    bool isChanged() const { return !m_edits.empty(); }
    std::optional<Value> valueBefore(const std::string& attribute) const;   // as it was before changes

    // None before the draft is compiled, or with nothing to try.
    const std::shared_ptr<const CompiledDraft>& draft() const { return m_draft; }
    bool isDecided() const { return m_draft != nullptr && m_base.has_value(); }
    const Values& values() const { return m_decision.snapshot; }
    const Decision& decision() const { return m_decision; }              // of the draft
    const std::optional<Decision>& asLive() const { return m_asLive; }   // of the version the draft starts from
    const std::vector<TraceStep>& steps() const { return m_steps; }
    bool sameAsLive() const;

public Q_SLOTS:
    void decide();

Q_SIGNALS:
    void changed();

private:
    Values valuesFor(const Engine& engine) const;
    Decision bareDecision(Values values) const;

    StudioContext m_studio;
    QString m_name;
    std::optional<Decision> m_base;
    bool m_past = false;
    std::map<std::string, std::optional<Value>, std::less<>> m_edits;
    std::shared_ptr<const CompiledDraft> m_draft;
    Values m_unedited;
    Decision m_decision;
    std::optional<Decision> m_asLive;
    std::vector<TraceStep> m_steps;
};

}
