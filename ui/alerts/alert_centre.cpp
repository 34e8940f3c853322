#include "ui/alerts/alert_centre.h"

#include "ui/alerts/alert_words.h"
#include "ui/shared/console_model.h"
#include "ui/shared/empty_state.h"
#include "ui/shared/inline_message.h"

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

QString verdictId(Verdict verdict)
{
    return verdict == Verdict::True ? u"True"_s : verdict == Verdict::False ? u"False"_s : u"Unsure"_s;
}

}

AlertCentre::AlertCentre(const PageContext& context, QWidget& bell, QWidget* parent)
    : QDialog(parent, Qt::Dialog | Qt::FramelessWindowHint),   // screen readers do not find a popup
      m_context(context),
      m_bell(bell),
      m_desk(context),
      m_alerts(context, m_desk)
{
    build();
    connectParts();
    refresh();
}

void AlertCentre::connectParts()
{
    m_clock.setInterval(std::chrono::seconds{10});
    connect(&m_clock, &QTimer::timeout, this, [this] { m_list->viewport()->update(); });   // ages
    const auto follow = [this] {
        if (isVisible())
            refresh();
    };
    connect(&m_alerts, &QAbstractItemModel::rowsInserted, this, follow);
    connect(&m_alerts, &QAbstractItemModel::rowsRemoved, this, follow);
    connect(&m_alerts, &QAbstractItemModel::dataChanged, this, follow);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &AlertCentre::showChosen);
    connect(m_list, &QListView::doubleClicked, this, &AlertCentre::openConversation);
    connect(m_close, &QToolButton::clicked, this, &AlertCentre::reject);
    connect(m_reason, &QLineEdit::returnPressed, this, &AlertCentre::changeReason);
    connect(&m_desk, &AlertDesk::refused, this, [this](const QString& what, const QString& why) {
        m_refusal->setText(what, why);
        m_refusal->show();
        fit();
    });
    connect(m_refusal, &InlineMessage::dismissed, this, &AlertCentre::fit);
    connect(&m_context.theme, &Theme::changed, this, &AlertCentre::fit);
}

const Alert* AlertCentre::current() const
{
    const QModelIndex index = m_list->currentIndex();
    return index.isValid() ? &m_alerts.alertAt(index.row()) : nullptr;
}

void AlertCentre::toggle()
{
    if (isVisible())
        reject();
    else
        open();
}

void AlertCentre::open()
{
    if (!isVisible())
        m_before = QApplication::focusWidget();
    m_refusal->hide();
    if (!m_list->currentIndex().isValid())
        chooseNewest();
    refresh();
    show();
    activateWindow();
    m_clock.start();
    (m_alerts.rowCount() > 0 ? static_cast<QWidget*>(m_list) : m_close)->setFocus(Qt::PopupFocusReason);
}

// The newest that waits for me, or else the first that is listed.
void AlertCentre::chooseNewest()
{
    const std::vector<Alert> waiting = m_context.model.alertsForMe();
    const int row = waiting.empty() ? 0 : m_alerts.rowOf(waiting.back().number);
    m_list->setCurrentIndex(m_alerts.index(row));
}

void AlertCentre::reject()
{
    m_clock.stop();
    hide();
    if (m_before) {
        m_before->window()->activateWindow();
        m_before->setFocus(Qt::PopupFocusReason);
    }
}

// It goes as a popup would; the bell closes it by its own click, and what it asks itself is not somewhere else.
bool AlertCentre::event(QEvent* event)
{
    const bool onBell = m_bell.rect().contains(m_bell.mapFromGlobal(QCursor::pos()));
    const bool asks = m_asked || QApplication::activePopupWidget();
    if (event->type() == QEvent::WindowDeactivate && isVisible() && !onBell && !asks) {
        m_clock.stop();
        hide();
    }
    return QDialog::event(event);
}

void AlertCentre::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_context.theme.color(ThemeColor::Panel));
    painter.setPen(m_context.theme.color(ThemeColor::Control));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

void AlertCentre::refresh()
{
    const int all = m_alerts.rowCount();
    const int waiting = int(m_context.model.alertsForMe().size());
    m_count->setText(all == 0 ? QString() : tr("%1 open, %2 waiting for you").arg(all).arg(waiting));
    const bool keyboardLost = all == 0 && m_list->hasFocus();
    m_list->setVisible(all > 0);
    m_empty->setVisible(all == 0);
    m_foot->setVisible(all > 0);
    if (keyboardLost)
        m_close->setFocus(Qt::OtherFocusReason);
    if (all > 0 && !m_list->currentIndex().isValid())
        chooseNewest();
    m_list->doItemsLayout();   // rows with a heading or a third line are higher
    showChosen();
    fit();
}

void AlertCentre::showChosen()
{
    const Alert* alert = current();
    const bool reminder = alert && isReminder(*alert);
    for (QAction* way : m_list->actions()) {
        const bool always = way->objectName() == u"openAlert" || way->objectName() == u"acknowledgeAlert";
        way->setEnabled(alert && (always || !reminder));
    }
    QAction* acknowledges = wayCalled(u"acknowledgeAlert"_s);
    acknowledges->setEnabled(alert && !alert->acknowledgedAt);
    acknowledges->setText(reminder ? tr("Dismiss") : tr("Acknowledge"));
    const Label* label = alert ? m_desk.myLabel(*alert) : nullptr;
    for (const QAction* way : m_list->actions()) {
        QPushButton* button = buttonOf(way->objectName());
        button->setEnabled(way->isEnabled());
        if (button->isCheckable())
            button->setChecked(label && way->objectName() == u"alert%1"_s.arg(verdictId(*label->verdict)));
    }
    buttonOf(u"acknowledgeAlert"_s)->setText(acknowledges->text());
    m_reason->setEnabled(alert && !reminder);
    if (m_shown != (alert ? alert->number : 0)) {
        m_shown = alert ? alert->number : 0;
        m_reason->setText(label ? QString::fromStdString(label->reason) : QString());
    }
}

void AlertCentre::fit()
{
    const Theme& theme = m_context.theme;
    const QWidget* window = m_bell.window();
    const int room = window->height() - theme.px(44 + 24 + 190);   // the rest of the panel, the bars above and beneath
    int rows = 0;
    for (int row = 0; row < m_alerts.rowCount() && rows < room; ++row)
        rows += m_list->sizeHintForIndex(m_alerts.index(row)).height();
    m_list->setFixedHeight(std::clamp(rows + theme.px(4), theme.px(90), std::max(theme.px(180), room)));
    setFixedWidth(std::min(theme.px(580), window->width() - theme.px(16)));
    layout()->activate();
    resize(width(), layout()->totalHeightForWidth(width()));
    const QPoint under = m_bell.mapTo(window, QPoint(m_bell.width(), m_bell.height() + theme.px(8)));
    const int left = std::min(under.x() + theme.px(24), window->width() - theme.px(8)) - width();
    move(window->mapToGlobal(QPoint(std::max(theme.px(8), left), under.y())));
}

}
