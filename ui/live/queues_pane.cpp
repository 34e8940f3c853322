#include "ui/live/queues_pane.h"

#include "ui/shared/buttons.h"
#include "ui/shared/console_model.h"
#include "ui/shared/digits.h"
#include "ui/shared/format_text.h"
#include "ui/shared/panes.h"
#include "ui/shared/style_paint.h"
#include "ui/shared/themed.h"

#include <QAbstractItemDelegate>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QVBoxLayout>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

class QueueDelegate : public QAbstractItemDelegate {
public:
    QueueDelegate(Theme& theme, const QueuesModel& model, QObject* parent)
        : QAbstractItemDelegate(parent), m_theme(theme), m_model(model)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override
    {
        const QueueRow& row = m_model.rowAt(index.row());
        if (row.kind == QueueRow::Kind::Title)
            return {0, m_theme.px(40)};
        return {0, m_theme.px(index.row() == 0 ? 40 : 32)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const QueueRow& row = m_model.rowAt(index.row());
        QRect box = option.rect.adjusted(m_theme.px(8), 0, -m_theme.px(8), 0);
        if (row.kind == QueueRow::Kind::Title) {
            painter->setFont(m_theme.font(TextStyle::SectionLabel));
            painter->setPen(m_theme.color(ThemeColor::TextMuted));
            painter->drawText(box.adjusted(m_theme.px(12), m_theme.px(10), 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                              row.name);
            return;
        }
        if (index.row() == 0)
            box.adjust(0, m_theme.px(4), 0, -m_theme.px(8));
        paintView(*painter, option, box, row);
    }

private:
    void paintView(QPainter& painter, const QStyleOptionViewItem& option, const QRect& box, const QueueRow& row) const
    {
        const bool selected = option.state & QStyle::State_Selected;
        if (selected || option.state & QStyle::State_MouseOver)
            paintBox(painter, box, m_theme.px(6), m_theme.color(selected ? ThemeColor::Selection : ThemeColor::Hover),
                     Qt::transparent);
        if (option.state & QStyle::State_HasFocus && option.state & QStyle::State_KeyboardFocusChange)
            paintFocusRing(painter, box, m_theme);
        const QRect inner = box.adjusted(m_theme.px(12), 0, -m_theme.px(12), 0);
        const int oldest = m_theme.px(52);
        const QFont strong = m_theme.font(TextStyle::BodyStrong);
        const QString waiting = formatCount(row.figures.waiting);
        const int count = int(digitsWidth(strong, waiting)) + m_theme.px(4);
        const QRect name(inner.x(), inner.y(), inner.width() - oldest - count, inner.height());
        QFont font = m_theme.font(selected ? TextStyle::BodyStrong : TextStyle::Body);
        painter.setFont(font);
        painter.setPen(m_theme.color(ThemeColor::Text));
        painter.drawText(name, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                         QFontMetrics(font).elidedText(row.name, Qt::ElideRight, name.width()));
        const QRect number(name.right() + 1, inner.y(), count, inner.height());
        if (row.kind == QueueRow::Kind::Floor) {
            paintHands(painter, number, strong, row.figures.waiting);
            return;
        }
        paintDigits(painter, number, Qt::AlignRight, strong, waiting);
        if (!row.figures.oldest)
            return;
        const auto waited = std::chrono::floor<seconds>(m_model.shownAt() - *row.figures.oldest);
        painter.setPen(m_theme.color(row.figures.overTarget > 0 ? ThemeColor::Bad : ThemeColor::TextMuted));
        paintDigits(painter, inner, Qt::AlignRight, m_theme.font(TextStyle::Body), shortSpan(waited));
    }

    void paintHands(QPainter& painter, const QRect& number, const QFont& font, int hands) const
    {
        if (hands == 0)
            return;
        const int icon = m_theme.px(14);
        painter.drawPixmap(number.right() + m_theme.px(8), number.y() + (number.height() - icon) / 2,
                           m_theme.pixmap(QStringLiteral("flag"), ThemeColor::Note, icon, ratioOf(painter)));
        painter.setPen(m_theme.color(ThemeColor::Note));
        paintDigits(painter, number, Qt::AlignRight, font, formatCount(hands));
    }

    // The column is narrow: hours stand without their minutes.
    static QString shortSpan(seconds span)
    {
        return span >= seconds{3600} ? formatSpan(seconds{span.count() / 3600 * 3600}) : formatSpan(span);
    }

    Theme& m_theme;
    const QueuesModel& m_model;
};

QWidget* newHeads(Theme& theme)
{
    auto* heads = new QWidget;
    auto* row = new QHBoxLayout(heads);
    row->setContentsMargins(0, 0, theme.px(4), 0);
    row->setSpacing(theme.px(10));
    row->addWidget(newLabel(QueuesPane::tr("Waiting"), theme, TextStyle::Small, ThemeColor::TextMuted));
    row->addWidget(newLabel(QueuesPane::tr("Oldest"), theme, TextStyle::Small, ThemeColor::TextMuted));
    return heads;
}

}

QueuesPane::QueuesPane(const PageContext& context, const LiveFigures& figures, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_figures(figures),
      m_model(context.model, figures),
      m_list(new QListView),
      m_everything(newSwitch(tr("Count everything"), u"countEverything"_s))
{
    Theme& theme = context.theme;
    setSurface(*this, theme, ThemeColor::Raised);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* header = new PaneHeader(theme, tr("Queues"));
    header->addRight(newHeads(theme));
    column->addWidget(header);
    m_list->setObjectName(u"queuesList"_s);
    m_list->setAccessibleName(tr("Queues"));
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new QueueDelegate(theme, m_model, m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->addSpacing(theme.px(4));
    column->addWidget(m_list, 1);
    m_everything->setToolTip(tr("Practice and imported conversations too"));
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(theme.px(20), theme.px(8), theme.px(12), theme.px(8));
    foot->addWidget(m_everything);
    column->addLayout(foot);
    connect(m_everything, &QCheckBox::toggled, this, &QueuesPane::countEverythingAsked);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& current) {
        if (current.isValid() && !(m_model.rowAt(current.row()) == m_chosen))
            choose(m_model.rowAt(current.row()));
    });
    connect(&m_model, &QAbstractItemModel::modelReset, this, [this] { m_list->setCurrentIndex(m_model.index(0)); });
    connect(&theme, &Theme::changed, m_list, &QListView::doItemsLayout);
    m_list->setCurrentIndex(m_model.index(0));
    refresh();
}

void QueuesPane::choose(const QueueRow& row)
{
    m_chosen = row;
    Q_EMIT chose(row);
}

void QueuesPane::chooseRow(const std::function<bool(const QueueRow&)>& isWanted)
{
    for (int row = 0; row < m_model.rowCount(); ++row)
        if (isWanted(m_model.rowAt(row)))
            m_list->setCurrentIndex(m_model.index(row));
}

void QueuesPane::chooseAllWaiting() { m_list->setCurrentIndex(m_model.index(0)); }

void QueuesPane::chooseFloor()
{
    chooseRow([](const QueueRow& row) { return row.kind == QueueRow::Kind::Floor; });
}

void QueuesPane::chooseQueue(const QueueId& queue)
{
    chooseRow([&](const QueueRow& row) {
        return row.kind == QueueRow::Kind::View && row.view == LiveFilter::View::Queue && row.queue == queue;
    });
}

QueueRow QueuesPane::chosen() const { return m_chosen; }

void QueuesPane::refresh()
{
    m_model.refresh(m_context.now());
    m_everything->setVisible(m_figures.practice() + m_figures.imported() > 0 || m_everything->isChecked());
}

void QueuesPane::focusList() { m_list->setFocus(Qt::ShortcutFocusReason); }

void QueuesPane::moveChoice(int step)
{
    for (int row = m_list->currentIndex().row() + step; row >= 0 && row < m_model.rowCount(); row += step)
        if (m_model.rowAt(row).kind != QueueRow::Kind::Title) {
            m_list->setCurrentIndex(m_model.index(row));
            return;
        }
}

}
