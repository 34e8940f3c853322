#pragma once

#include "model/domain/agent.h"
#include "routing/rulebook/rulebook.h"

#include <QObject>

class QComboBox;
class QLineEdit;
class QPlainTextEdit;

namespace signalbox {

class Form;

// The fields of a person's form that say which conversations they take, and when: languages, territories, product lines,
// deal sizes, schedule and leave. Left empty they take everything, whenever they are online.
class AgentScopeFields : public QObject {
    Q_OBJECT

public:
    explicit AgentScopeFields(Form& form);   // adds its fields to the form, which owns them

    void show(const Agent& agent, const std::vector<Schedule>& schedules);
    bool readable() const;
    // Takes over what is written; what cannot be read stays as it is.
    void writeTo(Agent& agent) const;

private:
    void addChecks(Form& form);

    QLineEdit* m_languages;
    QLineEdit* m_territories;
    QLineEdit* m_productLines;
    QLineEdit* m_leastDeal;
    QLineEdit* m_mostDeal;
    QComboBox* m_schedule;
    QPlainTextEdit* m_leave;
};

}
