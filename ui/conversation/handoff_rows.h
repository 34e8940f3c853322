#pragma once

#include "model/domain/decision.h"

#include <QWidget>

class QLabel;

namespace signalbox {

class Theme;

// A criterion: its mark and name, how it stands in words, and beneath the evidence or the question to ask.
class CriterionRow : public QWidget {
    Q_OBJECT

public:
    CriterionRow(Theme& theme, const CriterionResult& criterion, QWidget* parent = nullptr);
};

// A signal: what was seen, when, and its share of the score with a bar.
class SignalRow : public QWidget {
    Q_OBJECT

public:
    SignalRow(Theme& theme, const SignalShare& share, double score, QWidget* parent = nullptr);
};

// A muted label and its value, on as many lines as the value needs.
class FactRow : public QWidget {
    Q_OBJECT

public:
    FactRow(Theme& theme, const QString& label, const QString& value, const QString& detail, QWidget* parent = nullptr);
    QLabel* valueLabel() const { return m_value; }

private:
    QLabel* m_value;
};

}
