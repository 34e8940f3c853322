#pragma once

#include "ui/shared/theme.h"

#include <QWidget>

#include <vector>

namespace signalbox {

// The ground under the lines of a condition: brackets at the left of groups, and the line where a drag would land.
class ConditionRows : public QWidget {
    Q_OBJECT

public:
    ConditionRows(Theme& theme, QWidget* parent);

    struct Bracket {
        const QWidget* first = nullptr;   // the widgets it reaches along
        const QWidget* last = nullptr;
        int x = 0;
    };
    void setBrackets(std::vector<Bracket> brackets);
    void showInsertion(int x, int y);
    void hideInsertion();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    class InsertionLine;
    Theme& m_theme;
    std::vector<Bracket> m_brackets;
    QWidget* m_insertion;
};

}
