#pragma once

#include "model/domain/decision.h"
#include "ui/conversation/handoff_words.h"

#include <QWidget>

class QGridLayout;
class QHBoxLayout;
class QLabel;
class QToolButton;

namespace signalbox {

class Bar;
class Theme;

// A criterion: its mark and name, how it stands in words, and beneath the evidence or the question to ask. A correction
// stands under them, with what was there before.
class CriterionRow : public QWidget {
    Q_OBJECT

public:
    CriterionRow(Theme& theme, const CriterionResult& criterion, const CardSentence& evidence,
                 const QString& correction, QWidget* parent = nullptr);
    void addCorrecting(QToolButton* button);   // at the right of the first line

Q_SIGNALS:
    void messageWanted(qint64 sequence);
    void questionWanted(const QString& question);

private:
    void addBeneath(Theme& theme, const CriterionResult& criterion, const CardSentence& evidence);

    QGridLayout* m_grid;
};

// A signal: what was seen, when, and what it counts for by now, with a bar.
class SignalRow : public QWidget {
    Q_OBJECT

public:
    SignalRow(Theme& theme, const SignalShare& share, QWidget* parent = nullptr);
    void setPoints(double points, double score);   // of a sum of `score`

private:
    SignalShare m_share;
    QString m_name;
    Bar* m_bar;
    QLabel* m_number;
};

// A muted label and its value, on as many lines as the value needs.
class FactRow : public QWidget {
    Q_OBJECT

public:
    FactRow(Theme& theme, const QString& label, const QString& value, const QString& detail, QWidget* parent = nullptr);
    QLabel* valueLabel() const { return m_value; }
    void addCorrecting(QToolButton* button);   // at the right

private:
    QHBoxLayout* m_row;
    QLabel* m_value;
};

}
