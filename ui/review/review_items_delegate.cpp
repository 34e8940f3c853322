#include "ui/review/review_items_delegate.h"

#include "ui/review/review_items_model.h"
#include "ui/review/review_words.h"
#include "ui/shared/style_paint.h"
#include "ui/shared/theme.h"

#include <QPainter>

namespace signalbox {

ReviewItemsDelegate::ReviewItemsDelegate(const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent), m_theme(theme)
{
}

QSize ReviewItemsDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return {option.rect.width(), m_theme.px(50)};
}

int ReviewItemsDelegate::paintVerdict(QPainter& painter, const QRect& box, const QModelIndex& index) const
{
    const QVariant known = index.data(ReviewItemsModel::VerdictRole);
    const Verdict verdict = known.isValid() ? Verdict(known.toInt()) : Verdict::Unsure;
    const QString word = known.isValid() ? verdictWord(verdict) : ReviewItemsModel::tr("To label");
    const ThemeColor color = !known.isValid() || verdict == Verdict::Unsure ? ThemeColor::TextMuted
        : verdict == Verdict::True                                          ? ThemeColor::Good
                                                                            : ThemeColor::Bad;
    const QFont font = m_theme.font(TextStyle::Secondary);
    painter.setFont(font);
    painter.setPen(m_theme.color(color));
    painter.drawText(box, Qt::AlignRight | Qt::AlignVCenter, word);
    int width = QFontMetrics(font).horizontalAdvance(word);
    if (known.isValid() && verdict != Verdict::Unsure) {
        const int size = m_theme.px(12);
        width += size + m_theme.px(4);
        painter.drawPixmap(QPoint(box.right() + 1 - width, box.center().y() - size / 2),
                           m_theme.pixmap(verdict == Verdict::True ? QStringLiteral("check") : QStringLiteral("cross"),
                                          color, size, ratioOf(painter)));
    }
    return width;
}

void ReviewItemsDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto px = [this](int length) { return m_theme.px(length); };
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect row = option.rect.adjusted(px(8), 0, -px(8), 0);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (selected || option.state.testFlag(QStyle::State_MouseOver)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(m_theme.color(selected ? ThemeColor::Selection : ThemeColor::Hover));
        painter->drawRoundedRect(row, px(6), px(6));
    }
    if (option.state.testFlag(QStyle::State_HasFocus))
        paintFocusRing(*painter, row, m_theme);
    const QRect words = row.adjusted(px(12), px(7), -px(12), -px(7));
    const QRect first(words.left(), words.top(), words.width(), m_theme.lineHeight(TextStyle::Body));
    const QRect second(words.left(), first.bottom() + 1, words.width(), m_theme.lineHeight(TextStyle::Secondary));
    const int verdict = paintVerdict(*painter, first, index);
    const QString score = index.data(ReviewItemsModel::ScoreRole).toString();
    const QFont strong = m_theme.font(TextStyle::BodyStrong), small = m_theme.font(TextStyle::Secondary);
    painter->setFont(small);
    painter->setPen(m_theme.color(ThemeColor::TextMuted));
    painter->drawText(second, Qt::AlignRight | Qt::AlignVCenter, score);
    const int scoreRoom = score.isEmpty() ? 0 : QFontMetrics(small).horizontalAdvance(score) + px(8);
    const int detailRoom = second.width() - scoreRoom;
    painter->drawText(second, Qt::AlignVCenter | Qt::TextSingleLine,
                      QFontMetrics(small).elidedText(index.data(ReviewItemsModel::DetailRole).toString(),
                                                     Qt::ElideRight, detailRoom));
    painter->setFont(strong);
    painter->setPen(m_theme.color(ThemeColor::Text));
    painter->drawText(
        first, Qt::AlignVCenter | Qt::TextSingleLine,
        QFontMetrics(strong).elidedText(index.data().toString(), Qt::ElideRight, first.width() - verdict - px(8)));
    painter->restore();
}

}
