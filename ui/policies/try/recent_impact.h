#pragma once

#include "ui/policies/studio_context.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace signalbox {

struct BacktestReport;

// What the draft would have done with the live conversations of the last 7 days, in a few lines; counted when asked.
class RecentImpact : public QWidget {
    Q_OBJECT

public:
    explicit RecentImpact(const StudioContext& studio, QWidget* parent = nullptr);

private:
    void ask();
    void show(const BacktestReport& report);
    void say(const QString& words);
    void addLine(const QString& words, const QString& figure, bool strong);
    void clearLines();

    StudioContext m_studio;
    QPushButton* m_compare;
    QLabel* m_state;
    QVBoxLayout* m_lines;
    quint64 m_ticket = 0;
};

}
