#pragma once

#include "ui/policies/rooms/section_room.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace signalbox {

class ConditionEditor;
class ScoreChart;
class ThresholdTable;
struct SeenValues;

// The priority bands: what makes a conversation urgent, how soon it is answered, and how it is on other channels.
class TiersRoom : public SectionRoom<Tier> {
public:
    explicit TiersRoom(const StudioContext& context, QWidget* parent = nullptr);

protected:
    QString sectionName() const override { return QStringLiteral("tiers"); }
    Tier newEntry() const override;
    QString newId(int number) const override;
    QString listedTitle(const Tier& tier) const override;
    void showChosen() override;
    std::vector<Reference> references(const QString& id) const override;

private:
    void buildFields();
    void connectFields();
    void askScores();
    void showMarkers();
    void moveThreshold(const QString& marker, double to);
    void showAbove();

    QLineEdit* m_name;
    QSpinBox* m_target;
    QSpinBox* m_keep;
    QComboBox* m_score;
    ScoreChart* m_chart;
    QLabel* m_above;
    ConditionEditor* m_when;
    ThresholdTable* m_thresholds;
    quint64 m_ticket = 0;
    bool m_noneSeen = false;   // the answer came, and there were no conversations
};

}
