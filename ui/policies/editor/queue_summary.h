#pragma once

#include "ui/policies/studio_context.h"

#include <QWidget>

class QVBoxLayout;

namespace signalbox {

struct Policy;

// "If nobody is free": what the queue it goes to asks for less by and by, with a link to the queue. Hidden where the policy
// goes to no queue of the rulebook.
class QueueSummary : public QWidget {
    Q_OBJECT

public:
    explicit QueueSummary(const StudioContext& context, QWidget* parent = nullptr);

    void showFor(const Policy& policy);

private:
    void addStep(const QString& when, const QString& what);

    StudioContext m_context;
    QVBoxLayout* m_column;
    QWidget* m_steps = nullptr;
    QString m_shown;
    int m_queue = -1;
};

}
