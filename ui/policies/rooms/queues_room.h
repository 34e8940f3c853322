#pragma once

#include "ui/policies/rooms/section_room.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QSpinBox;

namespace signalbox {

class RelaxTable;

// Where conversations wait: what they need, when the queue is open, and what happens as they wait.
class QueuesRoom : public SectionRoom<Queue> {
public:
    explicit QueuesRoom(const StudioContext& context, QWidget* parent = nullptr);

protected:
    QString sectionName() const override { return QStringLiteral("queues"); }
    Queue newEntry() const override;
    void showChosen() override;
    std::vector<Reference> references(const QString& id) const override;

private:
    void buildFields();
    void connectFields();
    QSpinBox* addSeconds(const QString& objectName, const QString& label, int least, const QString& hint,
                         seconds Queue::*field);
    void showWhoCanAnswer(const Queue& queue);

    QLineEdit* m_name;
    QPlainTextEdit* m_skills;
    QLineEdit* m_team;
    QComboBox* m_schedule;
    QComboBox* m_fallback;
    RelaxTable* m_relax;
    QLabel* m_who;
    std::vector<std::pair<QSpinBox*, seconds Queue::*>> m_times;
};

}
