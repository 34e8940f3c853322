#include "ui/policies/editor/condition_rows.h"

#include <QPainter>

namespace signalbox {

class ConditionRows::InsertionLine : public QWidget {
public:
    InsertionLine(Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        hide();
    }

protected:
    void paintEvent(QPaintEvent*) override { QPainter(this).fillRect(rect(), m_theme.color(ThemeColor::Accent)); }

private:
    Theme& m_theme;
};

ConditionRows::ConditionRows(Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_insertion(new InsertionLine(theme, this))
{
    m_insertion->setObjectName(QStringLiteral("conditionInsertion"));
}

void ConditionRows::setBrackets(std::vector<Bracket> brackets)
{
    m_brackets = std::move(brackets);
    update();
}

void ConditionRows::showInsertion(int x, int y)
{
    m_insertion->setGeometry(x, y - 1, width() - x, 2);
    m_insertion->raise();
    m_insertion->show();
}

void ConditionRows::hideInsertion() { m_insertion->hide(); }

void ConditionRows::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    for (const Bracket& bracket : m_brackets) {
        const int top = bracket.first->geometry().top();
        painter.fillRect(QRect(bracket.x, top, 2, bracket.last->geometry().bottom() - top),
                         m_theme.color(ThemeColor::Control));
    }
}

}
