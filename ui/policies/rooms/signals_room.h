#pragma once

#include "ui/policies/rooms/section_room.h"

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;

namespace signalbox {

class ConditionEditor;
class FadeCurve;

// Cues in what visitors do and say, each with the points it counts for and how fast they fade.
class SignalsRoom : public SectionRoom<Signal> {
public:
    explicit SignalsRoom(const StudioContext& context, QWidget* parent = nullptr);

protected:
    QString sectionName() const override { return QStringLiteral("signals"); }
    Signal newEntry() const override;
    void showChosen() override;

private:
    void connectFields();
    void askShare(const Signal& signal);

    QLineEdit* m_name;
    QComboBox* m_score;
    QDoubleSpinBox* m_weight;
    QDoubleSpinBox* m_halfLife;
    FadeCurve* m_curve;
    ConditionEditor* m_when;
    QLabel* m_share;
    Condition m_asked{};
    quint64 m_ticket = 0;
};

}
