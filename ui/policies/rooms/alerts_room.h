#pragma once

#include "ui/policies/rooms/section_room.h"

class QComboBox;
class QLineEdit;
class QSpinBox;

namespace signalbox {

class CheckList;
class ChipField;
class ConditionEditor;
class DurationBox;
class MarginTable;
class ThresholdTable;

// What somebody is told about: when, who and how, how often at most, and who is told when nobody answers.
class AlertsRoom : public SectionRoom<AlertTrigger> {
public:
    explicit AlertsRoom(const StudioContext& context, QWidget* parent = nullptr);
    ~AlertsRoom() override;

protected:
    QString sectionName() const override { return QStringLiteral("alerts"); }
    AlertTrigger newEntry() const override;
    void showChosen() override;
    std::vector<Reference> references(const QString& id) const override;

private:
    void buildWhen();
    void buildWhoAndHow();
    void buildHowOften();
    void buildEscalation();
    void addHeading(const QString& words);
    // `what` names the step of undo: "set the hold".
    DurationBox* addTime(const QString& objectName, const QString& label, int most, const QString& none,
                         const QString& hint, const QString& what, seconds AlertTrigger::*field);
    ChipField* addPeople(const QString& objectName, const QString& label, const QString& hint, const QString& what,
                         std::vector<std::string> AlertTrigger::*field);
    void showPeople();

    QLineEdit* m_name = nullptr;
    ConditionEditor* m_when = nullptr;
    ThresholdTable* m_thresholds = nullptr;
    MarginTable* m_margins = nullptr;
    CheckList* m_ways = nullptr;
    CheckList* m_silencedBy = nullptr;
    QComboBox* m_quiet = nullptr;
    QSpinBox* m_budget = nullptr;
    std::vector<std::pair<DurationBox*, seconds AlertTrigger::*>> m_times;
    std::vector<std::pair<ChipField*, std::vector<std::string> AlertTrigger::*>> m_people;
};

}
