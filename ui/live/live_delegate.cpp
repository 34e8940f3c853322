#include "ui/live/live_delegate.h"

#include "ui/shared/avatar.h"
#include "ui/shared/digits.h"
#include "ui/shared/style_paint.h"
#include "ui/shared/tag.h"

#include <QPainter>
#include <QStyleOptionViewItem>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int textsKept = 20000;
constexpr int pixmapsKept = 2000;

}

LiveDelegate::LiveDelegate(Theme& theme, const LiveModel& model, QObject* parent)
    : QAbstractItemDelegate(parent), m_theme(theme), m_model(model)
{
    connect(&theme, &Theme::changed, this, &LiveDelegate::forget);
    forget();
}

void LiveDelegate::forget()
{
    m_laid.clear();
    m_pixmaps.clear();
    m_body = m_theme.font(TextStyle::Body);
    m_medium = m_body;
    m_medium.setWeight(QFont::Medium);
    m_strong = m_theme.font(TextStyle::BodyStrong);
    m_secondary = m_theme.font(TextStyle::Secondary);
}

QSize LiveDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {m_theme.px(80), m_theme.px(34)};
}

void LiveDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QRect all = option.rect;
    const bool selected = option.state & QStyle::State_Selected;
    const bool over = option.state & QStyle::State_MouseOver;
    painter->fillRect(all,
                      m_theme.color(selected   ? ThemeColor::Selection
                                        : over ? ThemeColor::Hover
                                               : ThemeColor::Panel));
    painter->fillRect(all.x(), all.bottom(), all.width(), 1, m_theme.color(ThemeColor::Line));
    const auto column = LiveColumn(index.column());
    if (selected && column == LiveColumn::Tier)
        painter->fillRect(all.x(), all.y(), 3, all.height() - 1, m_theme.color(ThemeColor::Accent));
    const LiveWords& words = m_model.wordsAt(index.row());
    const Conversation& conversation = m_model.conversationAt(index.row());
    if (m_model.hasLeft(index.row()))
        painter->setOpacity(0.55);   // gone from this view, and shown only because the order is held
    const QRect box = all.adjusted(m_theme.px(column == LiveColumn::Tier ? 16 : 8), 0,
                                   -m_theme.px(column == LiveColumn::Worth ? 16 : 4), -1);
    switch (column) {
    case LiveColumn::Tier:
        paintTier(*painter, box, words);
        break;
    case LiveColumn::Visitor:
        paintVisitor(*painter, box, words, conversation.tierRank);
        break;
    case LiveColumn::Intent:
        paintText(*painter, box, m_body, ThemeColor::Text, words.intent);
        break;
    case LiveColumn::Channel:
        paintIconAndText(*painter, box, words.channelIcon, words.channel);
        break;
    case LiveColumn::Owner:
        paintOwner(*painter, box, words, conversation);
        break;
    case LiveColumn::Waiting:
        painter->setPen(m_theme.color(ThemeColor::TextMuted));
        if (isOwed(conversation))
            paintDigits(*painter, box, Qt::AlignRight, m_body, m_model.waitedText(index.row()));
        break;
    case LiveColumn::AnswerWithin:
        if (const auto left = m_model.countdownAt(index.row()))
            paintCountdown(*painter, box, m_theme, *left);
        break;
    case LiveColumn::Worth:
        painter->setPen(m_theme.color(conversation.dealSize ? ThemeColor::Text : ThemeColor::TextMuted));
        paintDigits(*painter, box, Qt::AlignRight, m_body, words.value);
        break;
    case LiveColumn::Count_:
        break;
    }
    painter->setOpacity(1);
}

void LiveDelegate::paintTier(QPainter& painter, const QRect& box, const LiveWords& words) const
{
    if (words.tier.code.isEmpty())
        return;
    const QPixmap& pixmap = chip(words.tier, ratioOf(painter));
    painter.drawPixmap(box.x(), box.y() + (box.height() - int(pixmap.deviceIndependentSize().height())) / 2, pixmap);
}

const QPixmap& LiveDelegate::chip(const TierLabel& tier, qreal ratio) const
{
    const QString key
        = u"chip %1 %2 %3 %4 %5"_s.arg(tier.rank).arg(tier.code, tier.name).arg(int(m_chipSize)).arg(ratio);
    if (const auto known = m_pixmaps.constFind(key); known != m_pixmaps.constEnd())
        return *known;
    if (m_pixmaps.size() > pixmapsKept)
        m_pixmaps.clear();
    const QSize size = tierChipSize(m_theme, tier, m_chipSize);
    QPixmap pixmap(size * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paintTierChip(painter, QRect(QPoint(), size), m_theme, tier, m_chipSize);
    painter.end();
    return *m_pixmaps.insert(key, pixmap);
}

const QPixmap& LiveDelegate::avatar(const QString& name, bool ai, qreal ratio) const
{
    const QString key = u"avatar %1 %2 %3"_s.arg(ai ? 1 : 0).arg(ratio).arg(name);
    if (const auto known = m_pixmaps.constFind(key); known != m_pixmaps.constEnd())
        return *known;
    if (m_pixmaps.size() > pixmapsKept)
        m_pixmaps.clear();
    const int size = m_theme.px(24);
    QPixmap pixmap(QSize(size, size) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paintAvatar(painter, QRectF(0, 0, size, size), m_theme, name, ai ? AvatarKind::Ai : AvatarKind::Person);
    painter.end();
    return *m_pixmaps.insert(key, pixmap);
}

void LiveDelegate::paintVisitor(QPainter& painter, const QRect& box, const LiveWords& words, int tierRank) const
{
    QRect room = box;
    int labelWidth = 0;
    const TagLook label{words.label, {}, ThemeColor::Note, ThemeColor::NoteTint};
    if (!words.label.isEmpty())
        labelWidth = tagSize(m_theme, label).width() + m_theme.px(8);
    room.setWidth(std::max(0, box.width() - labelWidth));
    const int name = paintText(painter, room, tierRank <= 1 ? m_strong : m_medium, ThemeColor::Text, words.visitor);
    int x = room.x() + name + m_theme.px(8);
    if (labelWidth > 0) {
        paintTag(painter, QRect(x, box.y(), labelWidth, box.height()), m_theme, label);
        x += labelWidth;
    }
    const int left = box.right() + 1 - x;
    if (m_companies && !words.company.isEmpty() && left > m_theme.px(28))
        paintText(painter, QRect(x, box.y(), left, box.height()), m_body, ThemeColor::TextMuted, words.company);
}

void LiveDelegate::paintIconAndText(QPainter& painter, const QRect& box, const QString& icon, const QString& text) const
{
    const int size = m_theme.px(16);
    painter.drawPixmap(box.x(), box.y() + (box.height() - size) / 2,
                       m_theme.pixmap(icon, ThemeColor::TextMuted, size, ratioOf(painter)));
    paintText(painter, box.adjusted(size + m_theme.px(6), 0, 0, 0), m_body, ThemeColor::TextMuted, text);
}

void LiveDelegate::paintOwner(QPainter& painter, const QRect& box, const LiveWords& words, const Conversation& c) const
{
    const int face = m_theme.px(24);
    const qreal ratio = ratioOf(painter);
    const QPoint corner(box.x(), box.y() + (box.height() - face) / 2);
    const bool offered = !c.offeredTo.empty();
    if (offered) {
        const int size = m_theme.px(16);
        painter.drawPixmap(corner + QPoint((face - size) / 2, (face - size) / 2),
                           m_theme.pixmap(u"clock"_s, ThemeColor::Accent, size, ratio));
    } else if (c.owner.kind == OwnerKind::Agent) {
        painter.drawPixmap(corner, avatar(words.owner, false, ratio));
    } else if (c.owner.kind == OwnerKind::Ai) {
        painter.drawPixmap(corner, avatar(u"AI"_s, true, ratio));
    }
    const bool person = offered || c.owner.kind == OwnerKind::Agent;
    paintText(painter, box.adjusted(face + m_theme.px(8), 0, 0, 0), m_body,
              person ? ThemeColor::Text : ThemeColor::TextMuted, words.owner);
}

int LiveDelegate::paintText(QPainter& painter, const QRect& box, const QFont& font, ThemeColor color,
                            const QString& text) const
{
    if (text.isEmpty() || box.width() <= 0)
        return 0;
    const QString key = QString::number(font.weight()) + u' ' + QString::number(box.width()) + u' ' + text;
    auto laid = m_laid.constFind(key);
    if (laid == m_laid.constEnd()) {
        if (m_laid.size() > textsKept)
            m_laid.clear();
        const QFontMetrics metrics(font);
        const QString shown = metrics.elidedText(text, Qt::ElideRight, box.width());
        QStaticText made(shown);
        made.setTextFormat(Qt::PlainText);
        made.prepare({}, font);
        laid = m_laid.insert(key, Laid{made, metrics.horizontalAdvance(shown)});
    }
    painter.setFont(font);
    painter.setPen(m_theme.color(color));
    const int height = int(laid->text.size().height());
    painter.drawStaticText(box.x(), box.y() + (box.height() - height + 1) / 2, laid->text);
    return laid->width;
}

}
