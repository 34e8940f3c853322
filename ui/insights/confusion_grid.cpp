#include "ui/insights/confusion_grid.h"

#include "ui/shared/digits.h"
#include "ui/shared/style_paint.h"
#include "ui/shared/themed.h"

#include <QHeaderView>
#include <QPainter>
#include <QStyledItemDelegate>

namespace signalbox {
namespace {

// Text stays readable on it.
constexpr double strongestTint = 0.42;

QColor blended(const QColor& under, const QColor& over, double share)
{
    const auto mix = [share](int a, int b) { return int(a + (b - a) * share); };
    return {mix(under.red(), over.red()), mix(under.green(), over.green()), mix(under.blue(), over.blue())};
}

class CellDelegate : public QStyledItemDelegate {
public:
    CellDelegate(const Theme& theme, QObject* parent) : QStyledItemDelegate(parent), m_theme(theme) { }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const double share = index.data(ConfusionModel::ShareRole).toDouble();
        const bool right = index.data(ConfusionModel::IsRightRole).toBool();
        const QColor panel = m_theme.color(ThemeColor::Panel);
        const QColor fill = share > 0 ? blended(panel, m_theme.color(right ? ThemeColor::Accent : ThemeColor::Warn),
                                                0.06 + (strongestTint - 0.06) * share)
                                      : m_theme.color(ThemeColor::Raised);
        const QRect cell = option.rect.adjusted(1, 1, -1, -1);
        paintBox(*painter, cell, m_theme.px(4), fill, Qt::transparent);
        if (option.state.testFlag(QStyle::State_HasFocus))
            paintFocusRing(*painter, cell, m_theme);
        painter->setPen(m_theme.color(share > 0 ? ThemeColor::Text : ThemeColor::TextMuted));
        paintDigits(*painter, cell, Qt::AlignHCenter, m_theme.font(right ? TextStyle::BodyStrong : TextStyle::Body),
                    index.data().toString());
        painter->restore();
    }

private:
    const Theme& m_theme;
};

}

ConfusionGrid::ConfusionGrid(Theme& theme, QWidget* parent)
    : QTableView(parent), m_theme(theme), m_model(new ConfusionModel(this))
{
    setObjectName(QStringLiteral("confusionGrid"));
    setAccessibleName(tr("First tier against true tier"));
    setModel(m_model);
    setItemDelegate(new CellDelegate(theme, this));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    for (QHeaderView* header : {horizontalHeader(), verticalHeader()}) {
        header->setHighlightSections(false);
        header->setSectionsClickable(false);
    }
    setSurface(*viewport(), theme, ThemeColor::Panel);
    const auto choose = [this](const QModelIndex& cell) {
        if (!m_model->rowsOf(cell).empty())
            Q_EMIT cellChosen(m_model->nameOf(cell), m_model->rowsOf(cell));
    };
    connect(this, &QTableView::clicked, this, choose);
    connect(this, &QTableView::activated, this, choose);
    connect(&theme, &Theme::changed, this, &ConfusionGrid::fit);
    fit();
}

void ConfusionGrid::show(const PriorityAccuracy& accuracy)
{
    m_model->show(accuracy);
    fit();
}

void ConfusionGrid::fit()
{
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(m_theme.px(40));
    verticalHeader()->setFixedWidth(m_theme.px(84));
    setMaximumWidth(m_theme.px(84 + 150 * std::max(1, m_model->columnCount())));
    setFixedHeight(horizontalHeader()->sizeHint().height() + m_model->rowCount() * m_theme.px(40));
}

}
