#include "ui/shared/scroll_column.h"

#include "ui/shared/themed.h"

#include <QEvent>
#include <QScrollBar>
#include <QVBoxLayout>

namespace signalbox {
namespace {

// A scroll area asks only for the least height, which for broken lines is less than they need.
class Column : public QWidget {
public:
    using QWidget::QWidget;

protected:
    bool event(QEvent* event) override
    {
        const bool done = QWidget::event(event);
        if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest || event->type() == QEvent::Show)
            setMinimumHeight(layout() ? layout()->totalHeightForWidth(width()) : 0);
        return done;
    }
};

}

ScrollColumn::ScrollColumn(Theme& theme, ThemeColor surface, QWidget* parent) : QScrollArea(parent), m_theme(theme), m_surface(surface)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSurface(*viewport(), theme, surface);
}

QVBoxLayout* ScrollColumn::restart()
{
    const int at = verticalScrollBar()->value();
    auto* content = new Column;
    setSurface(*content, m_theme, m_surface);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    setWidget(content);   // deletes the one before
    QMetaObject::invokeMethod(content, [this, at] { verticalScrollBar()->setValue(at); }, Qt::QueuedConnection);
    return column;
}

}
