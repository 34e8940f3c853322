#include "ui/conversation/transcript_delegate.h"

#include "ui/conversation/bubble_text.h"
#include "ui/shared/avatar.h"
#include "ui/shared/theme.h"

#include <QPainter>
#include <QPainterPath>
#include <QPlainTextEdit>

#include <cmath>

namespace signalbox {
namespace {

using RowKind = TranscriptModel::RowKind;

struct AuthorLook {
    ThemeColor name;
    ThemeColor tint;
    bool edge;
};

AuthorLook lookOf(Author author)
{
    switch (author) {
    case Author::Ai: return {ThemeColor::Ai, ThemeColor::AiTint, true};
    case Author::Agent: return {ThemeColor::Agent, ThemeColor::AgentTint, true};
    default: return {ThemeColor::Text, ThemeColor::VisitorTint, false};
    }
}

AvatarKind avatarOf(Author author)
{
    return author == Author::Ai ? AvatarKind::Ai : author == Author::Agent ? AvatarKind::Agent : AvatarKind::Person;
}

RowKind kindOf(const QModelIndex& index) { return RowKind(index.data(TranscriptModel::KindRole).toInt()); }
Author authorOf(const QModelIndex& index) { return Author(index.data(TranscriptModel::AuthorRole).toInt()); }

}

// All in the view's coordinates.
struct TranscriptDelegate::Measures {
    QRect head;        // name and time; empty when the row continues a group
    QRect avatar;
    QRect bubble;
    QRect text;
    QRect citation;    // empty without one
    int rowHeight = 0;
};

TranscriptDelegate::TranscriptDelegate(const Theme& theme, QObject* parent) : QStyledItemDelegate(parent), m_theme(theme) { }

TranscriptDelegate::Measures TranscriptDelegate::measure(const QModelIndex& index, QRect row) const
{
    const auto px = [this](int length) { return m_theme.px(length); };
    const bool note = kindOf(index) == RowKind::Note;
    const bool head = index.data(TranscriptModel::HeadRole).toBool();
    const bool cited = !index.data(TranscriptModel::CitationRole).toString().isEmpty();
    const int edge = px(24);
    const int indent = note ? 0 : px(34);
    const int pad = px(12);
    const int room = row.width() - 2 * edge - indent;
    const int widest = note ? room : std::min(room, px(720));
    const TextStyle style = note ? TextStyle::Body : TextStyle::MessageText;
    const BubbleText text(index.data(Qt::DisplayRole).toString(), m_theme.font(style), widest - 2 * pad, m_theme.lineHeight(style));

    Measures m;
    int top = row.top() + px(head ? 12 : 4);
    const int left = row.left() + edge + indent;
    if (head && !note) {
        m.avatar = QRect(row.left() + edge, top, px(24), px(24));
        m.head = QRect(left, top, room, m_theme.lineHeight(TextStyle::Secondary));
        top = m.head.bottom() + 1 + px(4);
    }
    const int citation = cited ? m_theme.lineHeight(TextStyle::Secondary) + px(4) : 0;
    const int noteHead = note ? m_theme.lineHeight(TextStyle::Secondary) + px(4) : 0;
    const int across = note ? widest : std::min(widest, std::max(int(std::ceil(text.width())) + 2 * pad + 1, cited ? px(240) : 0));
    const int inset = px(note ? 8 : 7);
    m.bubble = QRect(left, top, across, int(std::ceil(text.height())) + 2 * inset + citation + noteHead);
    m.text = QRect(left + pad, top + inset + noteHead, across - 2 * pad, int(std::ceil(text.height())));
    if (note)
        m.head = QRect(m.text.left(), top + inset, m.text.width(), m_theme.lineHeight(TextStyle::Secondary));
    if (cited)
        m.citation = QRect(m.text.left(), m.text.bottom() + 1 + px(4), m.text.width(), m_theme.lineHeight(TextStyle::Secondary));
    m.rowHeight = m.bubble.bottom() + 1 - row.top();
    return m;
}

QSize TranscriptDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto* view = qobject_cast<const QAbstractScrollArea*>(option.widget);
    const int width = view ? view->viewport()->width() : option.rect.width();
    const RowKind kind = kindOf(index);
    if (kind == RowKind::Day || kind == RowKind::System)
        return {width, m_theme.px(36)};
    if (width != m_measuredFor) {
        m_heights.clear();
        m_measuredFor = width;
    }
    const qint64 key = index.data(TranscriptModel::KeyRole).toLongLong() * 2 + index.data(TranscriptModel::HeadRole).toBool();
    const auto known = m_heights.constFind(key);
    if (known != m_heights.constEnd())
        return {width, *known};
    const int height = measure(index, QRect(0, 0, width, 0)).rowHeight;
    m_heights.insert(key, height);
    return {width, height};
}

void TranscriptDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const RowKind kind = kindOf(index);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (kind == RowKind::Day || kind == RowKind::System) {
        paintLine(painter, option.rect, index);
    } else {
        const Measures measures = measure(index, option.rect);
        if (kind == RowKind::Note) {
            paintNote(painter, measures, index);
        } else {
            if (index.data(TranscriptModel::HeadRole).toBool())
                paintHead(painter, measures, index);
            paintBubble(painter, measures, index, selected);
        }
        if (option.state.testFlag(QStyle::State_HasFocus)) {
            painter->setPen(QPen(m_theme.color(ThemeColor::Focus), 2));
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(measures.bubble.adjusted(-2, -2, 2, 2), m_theme.px(8), m_theme.px(8));
        }
    }
    painter->restore();
}

void TranscriptDelegate::paintLine(QPainter* painter, QRect row, const QModelIndex& index) const
{
    const bool day = kindOf(index) == RowKind::Day;
    const QFont font = m_theme.font(TextStyle::Secondary);
    const QFontMetrics metrics(font);
    const int edge = m_theme.px(24);
    const QString what = index.data(Qt::DisplayRole).toString().simplified();
    const QString line = day ? what : index.data(TranscriptModel::TimeRole).toString() + QStringLiteral("  ") + what;
    const QString shown = metrics.elidedText(line, Qt::ElideRight, row.width() - 4 * edge);
    const int width = metrics.horizontalAdvance(shown);
    const int middle = row.center().y();
    const int from = row.center().x() - width / 2;
    painter->setFont(font);
    painter->setPen(m_theme.color(ThemeColor::TextMuted));
    painter->drawText(QRect(from, row.top(), width + 1, row.height()), Qt::AlignVCenter | Qt::TextSingleLine, shown);
    painter->fillRect(QRect(row.left() + edge, middle, from - m_theme.px(12) - row.left() - edge, 1), m_theme.color(ThemeColor::Line));
    const int after = from + width + m_theme.px(12);
    painter->fillRect(QRect(after, middle, row.right() - edge - after, 1), m_theme.color(ThemeColor::Line));
}

void TranscriptDelegate::paintHead(QPainter* painter, const Measures& measures, const QModelIndex& index) const
{
    const Author author = authorOf(index);
    const QString name = index.data(TranscriptModel::AuthorNameRole).toString();
    paintAvatar(*painter, measures.avatar, m_theme, name, avatarOf(author));
    QFont bold = m_theme.font(TextStyle::Secondary);
    bold.setWeight(QFont::DemiBold);
    const QString time = index.data(TranscriptModel::TimeRole).toString();
    const QFontMetrics plain(m_theme.font(TextStyle::Secondary));
    const QString shown = QFontMetrics(bold).elidedText(name, Qt::ElideRight, measures.head.width() - plain.horizontalAdvance(time) - m_theme.px(8));
    painter->setFont(bold);
    painter->setPen(m_theme.color(lookOf(author).name));
    painter->drawText(measures.head, Qt::AlignVCenter | Qt::TextSingleLine, shown);
    QRect after = measures.head;
    after.setLeft(after.left() + QFontMetrics(bold).horizontalAdvance(shown) + m_theme.px(4));
    painter->setFont(m_theme.font(TextStyle::Secondary));
    painter->setPen(m_theme.color(ThemeColor::TextMuted));
    painter->drawText(after, Qt::AlignVCenter | Qt::TextSingleLine, time);
}

void TranscriptDelegate::paintBubble(QPainter* painter, const Measures& measures, const QModelIndex& index, bool selected) const
{
    const AuthorLook look = lookOf(authorOf(index));
    QPainterPath path;
    path.addRoundedRect(measures.bubble, m_theme.px(8), m_theme.px(8));
    painter->fillPath(path, m_theme.color(selected ? ThemeColor::Selection : look.tint));
    if (look.edge) {
        painter->save();
        painter->setClipPath(path);
        QRect edge = measures.bubble;
        edge.setWidth(m_theme.px(3));
        painter->fillRect(edge, m_theme.color(look.name));
        painter->restore();
    }
    BubbleText(index.data(Qt::DisplayRole).toString(), m_theme.font(TextStyle::MessageText), measures.text.width() + 1,
               m_theme.lineHeight(TextStyle::MessageText))
        .paint(painter, measures.text.topLeft(), m_theme.color(ThemeColor::Text));
    if (measures.citation.isEmpty())
        return;
    const QFont font = m_theme.font(TextStyle::Secondary);
    const QString source = tr("From %1", "the knowledge entry an answer rests on").arg(index.data(TranscriptModel::CitationRole).toString());
    painter->setFont(font);
    painter->setPen(m_theme.color(ThemeColor::Ai));
    painter->drawText(measures.citation, Qt::AlignVCenter | Qt::TextSingleLine,
                      QFontMetrics(font).elidedText(source.simplified(), Qt::ElideRight, measures.citation.width()));
}

void TranscriptDelegate::paintNote(QPainter* painter, const Measures& measures, const QModelIndex& index) const
{
    painter->setPen(m_theme.color(ThemeColor::NoteEdge));
    painter->setBrush(m_theme.color(ThemeColor::NoteTint));
    painter->drawRoundedRect(QRectF(measures.bubble).adjusted(0.5, 0.5, -0.5, -0.5), m_theme.px(8), m_theme.px(8));
    const int icon = m_theme.px(14);
    const QRect head = measures.head;
    painter->drawPixmap(QRect(head.left(), head.center().y() - icon / 2, icon, icon),
                        m_theme.pixmap(QStringLiteral("note"), ThemeColor::Note, icon, painter->device()->devicePixelRatioF()));
    QFont bold = m_theme.font(TextStyle::Secondary);
    bold.setWeight(QFont::DemiBold);
    const QString title = tr("Internal note");
    const QRect words = head.adjusted(icon + m_theme.px(6), 0, 0, 0);
    painter->setFont(bold);
    painter->setPen(m_theme.color(ThemeColor::Note));
    painter->drawText(words, Qt::AlignVCenter | Qt::TextSingleLine, title);
    const QRect after = words.adjusted(QFontMetrics(bold).horizontalAdvance(title) + m_theme.px(8), 0, 0, 0);
    const QFont font = m_theme.font(TextStyle::Secondary);
    const QString who = tr("%1, %2", "author and time of a note")
                            .arg(index.data(TranscriptModel::AuthorNameRole).toString(), index.data(TranscriptModel::TimeRole).toString());
    painter->setFont(font);
    painter->drawText(after, Qt::AlignVCenter | Qt::TextSingleLine, QFontMetrics(font).elidedText(who, Qt::ElideRight, after.width()));
    BubbleText(index.data(Qt::DisplayRole).toString(), m_theme.font(TextStyle::Body), measures.text.width(),
               m_theme.lineHeight(TextStyle::Body))
        .paint(painter, measures.text.topLeft(), m_theme.color(ThemeColor::Text));
}

QWidget* TranscriptDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&, const QModelIndex& index) const
{
    const RowKind kind = kindOf(index);
    if (kind != RowKind::Message && kind != RowKind::Note)
        return nullptr;
    auto* editor = new QPlainTextEdit(parent);
    editor->setReadOnly(true);
    editor->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    editor->setFrameShape(QFrame::NoFrame);
    editor->setFont(m_theme.font(kind == RowKind::Note ? TextStyle::Body : TextStyle::MessageText));
    editor->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    editor->setAccessibleName(tr("Text of the message, for selecting"));
    return editor;
}

void TranscriptDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const
{
    auto* edit = static_cast<QPlainTextEdit*>(editor);
    const QString text = index.data(Qt::EditRole).toString();
    if (edit->toPlainText() == text)
        return;
    edit->setPlainText(text);
    edit->selectAll();
}

void TranscriptDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const int margin = 4;   // the document's own
    editor->setGeometry(measure(index, option.rect).text.adjusted(-margin, -margin, margin + 2, margin));
}

}
