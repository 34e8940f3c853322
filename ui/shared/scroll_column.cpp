#include "ui/shared/scroll_column.h"

#include "ui/shared/accessible_role.h"
#include "ui/shared/themed.h"

#include <QCoreApplication>
#include <QEvent>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace signalbox {
namespace {

// A scroll area asks only for the least height, which for broken lines is less than they need. Across, the column takes
// what there is: a word without an end must not push the rest out of sight.
class Column : public QWidget {
public:
    using QWidget::QWidget;
    QSize minimumSizeHint() const override { return {0, QWidget::minimumSizeHint().height()}; }

protected:
    bool event(QEvent* event) override
    {
        const bool done = QWidget::event(event);
        if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest || event->type() == QEvent::Show)
            setMinimumHeight(layout() ? std::max(0, layout()->totalHeightForWidth(width())) : 0);
        return done;
    }
};

}

ScrollColumn::ScrollColumn(Theme& theme, ThemeColor surface, QWidget* parent) : QScrollArea(parent), m_theme(theme), m_surface(surface)
{
    setAccessibleRole(*this, QAccessible::Pane);
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSurface(*viewport(), theme, surface);
}

QVBoxLayout* ScrollColumn::restart()
{
    m_at = verticalScrollBar()->value();
    auto* content = new Column;
    setSurface(*content, m_theme, m_surface);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    setWidget(content);   // deletes the one before
    content->hide();      // what joins a widget in sight is laid out bit by bit, for all to see
    return column;
}

void ScrollColumn::finish()
{
    widget()->show();
    QEvent grown(QEvent::LayoutRequest);
    QCoreApplication::sendEvent(this, &grown);
    verticalScrollBar()->setValue(m_at);
}

}
