#pragma once

#include "ui/policies/rooms/section_room.h"

class QLineEdit;
class QPlainTextEdit;
class QSpinBox;

namespace signalbox {

class ConditionEditor;
class ThresholdTable;

// What somebody is told about, and who.
class AlertsRoom : public SectionRoom<AlertTrigger> {
public:
    explicit AlertsRoom(const StudioContext& context, QWidget* parent = nullptr);

protected:
    QString sectionName() const override { return QStringLiteral("alerts"); }
    AlertTrigger newEntry() const override;
    void showChosen() override;
    std::vector<Reference> references(const QString& id) const override;

private:
    QLineEdit* m_name;
    QPlainTextEdit* m_notify;
    QSpinBox* m_cooldown;
    ConditionEditor* m_when;
    ThresholdTable* m_thresholds;
};

}
