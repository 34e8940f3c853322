#pragma once

#include "ui/shared/command_answers.h"
#include "ui/shared/page_context.h"

#include <QObject>

#include <map>
#include <optional>

class QMenu;

namespace signalbox {

// What a person does with an alert, wherever it is shown, and what they said of it: since this window is open, and before as
// far as it was told.
class AlertDesk : public QObject {
    Q_OBJECT

public:
    explicit AlertDesk(const PageContext& context, QObject* parent = nullptr);

    void acknowledge(const Alert& alert);
    void snooze(const Alert& alert, Instant until);
    void resolve(const Alert& alert);
    void label(const Alert& alert, std::optional<Verdict> verdict, const QString& reason = {});   // none: takes it back

    void know(const std::vector<Label>& labels);   // as they stand
    const Label* myLabel(const Alert& alert) const;
    // Adds the choices of a menu for it.
    void addSnoozeTimes(QMenu& menu, const Alert& alert);
    void addVerdicts(QMenu& menu, const Alert& alert);

Q_SIGNALS:
    void refused(const QString& what, const QString& why);   // "It was not snoozed.", why
    void labelled();

private:
    template <class What>
    void send(What what, const QString& refusal);

    PageContext m_context;
    CommandAnswers m_commands;
    std::map<std::pair<std::int64_t, AgentId>, Label> m_labels;   // by alert and who gave it
};

}
