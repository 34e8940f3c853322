#include "ui/conversation/transcript_delegate.h"

#include "ui/shared/avatar.h"
#include "ui/shared/format_text.h"
#include "ui/shared/theme.h"

#include <QPainter>
#include <QPainterPath>
#include <QPlainTextEdit>

#include <algorithm>

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
    case Author::Ai:
        return {ThemeColor::Ai, ThemeColor::AiTint, true};
    case Author::Agent:
        return {ThemeColor::Agent, ThemeColor::AgentTint, true};
    default:
        return {ThemeColor::Text, ThemeColor::VisitorTint, false};
    }
}

AvatarKind avatarOf(Author author)
{
    return author == Author::Ai ? AvatarKind::Ai : author == Author::Agent ? AvatarKind::Agent : AvatarKind::Person;
}

RowKind kindOf(const QModelIndex& index) { return RowKind(index.data(TranscriptModel::KindRole).toInt()); }
Author authorOf(const QModelIndex& index) { return Author(index.data(TranscriptModel::AuthorRole).toInt()); }

}

TranscriptDelegate::TranscriptDelegate(const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent), m_theme(theme), m_layouts(theme)
{
}

const TranscriptRowLayout& TranscriptDelegate::layoutOf(const QModelIndex& index, int width) const
{
    return m_layouts.of(*static_cast<const TranscriptModel*>(index.model()), index.row(), width);
}

QSize TranscriptDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto* view = qobject_cast<const QAbstractScrollArea*>(option.widget);
    const int width = view ? view->viewport()->width() : option.rect.width();
    return {width, layoutOf(index, width).height};
}

void TranscriptDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->translate(option.rect.topLeft());
    const TranscriptRowLayout& layout = layoutOf(index, option.rect.width());
    const RowKind kind = kindOf(index);
    if (kind == RowKind::Day || kind == RowKind::System) {
        paintLine(painter, layout, option.rect.width());
    } else if (kind == RowKind::Note) {
        paintNote(painter, layout, index);
    } else {
        if (layout.head)
            paintHead(painter, layout, index);
        paintBubble(painter, layout, index, option.state.testFlag(QStyle::State_Selected));
    }
    if (option.state.testFlag(QStyle::State_HasFocus) && kind != RowKind::Day) {
        const QRect around
            = layout.bubble.isEmpty() ? layout.systemBox.united(layout.why).adjusted(-4, 6, 4, -6) : layout.bubble;
        painter->setPen(QPen(m_theme.color(ThemeColor::Focus), 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(around.adjusted(-2, -2, 2, 2), m_theme.px(8), m_theme.px(8));
    }
    painter->restore();
}

void TranscriptDelegate::paintSmall(QPainter* painter, const QRect& box, ThemeColor color, const QString& words) const
{
    const QFont font = m_theme.font(TextStyle::Secondary);
    painter->setFont(font);
    painter->setPen(m_theme.color(color));
    painter->drawText(box, Qt::AlignVCenter | Qt::TextSingleLine,
                      QFontMetrics(font).elidedText(words, Qt::ElideRight, box.width()));
}

void TranscriptDelegate::paintLine(QPainter* painter, const TranscriptRowLayout& layout, int width) const
{
    const int edge = m_theme.px(24);
    const int gap = m_theme.px(12);
    const int middle = layout.height / 2;
    const int end = layout.why.isEmpty() ? layout.systemBox.right() : layout.why.right();
    paintSmall(painter, layout.systemBox, ThemeColor::TextMuted, layout.systemLine);
    if (!layout.why.isEmpty())
        paintSmall(painter, layout.why, ThemeColor::Accent, whyText());
    painter->fillRect(QRect(edge, middle, layout.systemBox.left() - gap - edge, 1), m_theme.color(ThemeColor::Line));
    painter->fillRect(QRect(end + gap, middle, width - edge - end - gap, 1), m_theme.color(ThemeColor::Line));
}

void TranscriptDelegate::paintHead(QPainter* painter, const TranscriptRowLayout& layout, const QModelIndex& index) const
{
    const Author author = authorOf(index);
    const QString name = index.data(TranscriptModel::AuthorNameRole).toString();
    paintAvatar(*painter, layout.avatar, m_theme, name, avatarOf(author));
    QFont bold = m_theme.font(TextStyle::Secondary);
    bold.setWeight(QFont::DemiBold);
    const QString time = index.data(TranscriptModel::TimeRole).toString();
    const QFontMetrics plain(m_theme.font(TextStyle::Secondary));
    const QString shown = QFontMetrics(bold).elidedText(
        name, Qt::ElideRight, layout.headBox.width() - plain.horizontalAdvance(time) - m_theme.px(8));
    painter->setFont(bold);
    painter->setPen(m_theme.color(lookOf(author).name));
    painter->drawText(layout.headBox, Qt::AlignVCenter | Qt::TextSingleLine, shown);
    QRect after = layout.headBox;
    after.setLeft(after.left() + QFontMetrics(bold).horizontalAdvance(shown) + m_theme.px(4));
    paintSmall(painter, after, ThemeColor::TextMuted, time);
}

void TranscriptDelegate::paintBubble(QPainter* painter, const TranscriptRowLayout& layout, const QModelIndex& index,
                                     bool selected) const
{
    const AuthorLook look = lookOf(authorOf(index));
    QPainterPath path;
    path.addRoundedRect(layout.bubble, m_theme.px(8), m_theme.px(8));
    painter->fillPath(path, m_theme.color(selected ? ThemeColor::Selection : look.tint));
    if (look.edge) {
        painter->save();
        painter->setClipPath(path);
        QRect edge = layout.bubble;
        edge.setWidth(m_theme.px(3));
        painter->fillRect(edge, m_theme.color(look.name));
        painter->restore();
    }
    paintContent(painter, layout, index);
    if (!layout.citation.isEmpty()) {
        const QString source = tr("From %1", "the knowledge entry an answer rests on")
                                   .arg(index.data(TranscriptModel::CitationRole).toString());
        paintSmall(painter, layout.citation, ThemeColor::Ai, source.simplified());
    }
    if (!layout.stateBox.isEmpty())
        paintSmall(painter, layout.stateBox, ThemeColor::TextMuted, layout.state);
}

void TranscriptDelegate::paintContent(QPainter* painter, const TranscriptRowLayout& layout,
                                      const QModelIndex& index) const
{
    BubbleText::Look look{m_theme.color(ThemeColor::Text),
                          m_theme.color(ThemeColor::Accent),
                          m_theme.color(ThemeColor::Accent),
                          m_theme.color(ThemeColor::AccentText),
                          {},
                          layout.mentions,
                          {}};
    for (const TextLink& link : layout.links)
        look.links.append({link.start, link.length});
    if (!m_marked.isEmpty()) {
        const QString text = index.data(Qt::DisplayRole).toString();
        for (qsizetype at = text.indexOf(m_marked, 0, Qt::CaseInsensitive); at >= 0;
             at = text.indexOf(m_marked, at + m_marked.size(), Qt::CaseInsensitive))
            look.marks.append({int(at), int(m_marked.size())});
    }
    layout.words->paint(painter, layout.text.topLeft(), look);
    paintFiles(painter, layout, index);
}

void TranscriptDelegate::paintFiles(QPainter* painter, const TranscriptRowLayout& layout,
                                    const QModelIndex& index) const
{
    const Message& message = static_cast<const TranscriptModel*>(index.model())->messageAt(index.row());
    const QFontMetrics metrics(m_theme.font(TextStyle::Secondary));
    const int icon = m_theme.px(14);
    for (qsizetype i = 0; i < layout.files.size(); ++i) {
        const Attachment& file = message.attachments[std::size_t(i)];
        const QRect line = layout.files[i];
        painter->drawPixmap(QRect(line.left(), line.center().y() - icon / 2, icon, icon),
                            m_theme.pixmap(QStringLiteral("attach"), ThemeColor::TextMuted, icon,
                                           painter->device()->devicePixelRatioF()));
        const QString size = formatBytes(file.size);
        const int left = line.left() + icon + m_theme.px(6);
        const int room = layout.saves[i].left() - m_theme.px(16) - metrics.horizontalAdvance(size) - left;
        const QString name = metrics.elidedText(signalbox::line(file.name, 200), Qt::ElideMiddle, std::max(room, 0));
        paintSmall(painter, QRect(left, line.top(), room, line.height()), ThemeColor::Text, name);
        paintSmall(painter,
                   QRect(left + metrics.horizontalAdvance(name) + m_theme.px(6), line.top(),
                         metrics.horizontalAdvance(size) + 2, line.height()),
                   ThemeColor::TextMuted, size);
        paintSmall(painter, layout.saves[i], ThemeColor::Accent, saveText());
    }
}

void TranscriptDelegate::paintNote(QPainter* painter, const TranscriptRowLayout& layout, const QModelIndex& index) const
{
    painter->setPen(m_theme.color(ThemeColor::NoteEdge));
    painter->setBrush(m_theme.color(ThemeColor::NoteTint));
    painter->drawRoundedRect(QRectF(layout.bubble).adjusted(0.5, 0.5, -0.5, -0.5), m_theme.px(8), m_theme.px(8));
    const int icon = m_theme.px(14);
    const QRect head = layout.headBox;
    painter->drawPixmap(
        QRect(head.left(), head.center().y() - icon / 2, icon, icon),
        m_theme.pixmap(QStringLiteral("note"), ThemeColor::Note, icon, painter->device()->devicePixelRatioF()));
    QFont bold = m_theme.font(TextStyle::Secondary);
    bold.setWeight(QFont::DemiBold);
    const QString title = tr("Internal note");
    const QRect words = head.adjusted(icon + m_theme.px(6), 0, 0, 0);
    painter->setFont(bold);
    painter->setPen(m_theme.color(ThemeColor::Note));
    painter->drawText(words, Qt::AlignVCenter | Qt::TextSingleLine, title);
    const QString who = tr("%1, %2", "author and time of a note")
                            .arg(index.data(TranscriptModel::AuthorNameRole).toString(),
                                 index.data(TranscriptModel::TimeRole).toString());
    paintSmall(painter, words.adjusted(QFontMetrics(bold).horizontalAdvance(title) + m_theme.px(8), 0, 0, 0),
               ThemeColor::Note, who);
    paintContent(painter, layout, index);
}

TranscriptSpot TranscriptDelegate::spotAt(const QModelIndex& index, int width, QPoint point) const
{
    const TranscriptRowLayout& layout = layoutOf(index, width);
    TranscriptSpot spot;
    spot.why = layout.why.contains(point);
    for (qsizetype i = 0; i < layout.saves.size(); ++i)
        if (layout.saves[i].contains(point))
            spot.file = static_cast<const TranscriptModel*>(index.model())
                            ->messageAt(index.row())
                            .attachments[std::size_t(i)];
    const int character = layout.words ? layout.words->characterAt(point - layout.text.topLeft()) : -1;
    for (const TextLink& link : layout.links)
        if (character >= link.start && character < link.start + link.length)
            spot.link = link.url;
    return spot;
}

QList<TranscriptSpot> TranscriptDelegate::spotsOf(const QModelIndex& index, int width) const
{
    const TranscriptRowLayout& layout = layoutOf(index, width);
    QList<TranscriptSpot> spots;
    for (const TextLink& link : layout.links)
        spots.append({link.url, {}, false});
    for (const Attachment& file :
         static_cast<const TranscriptModel*>(index.model())->messageAt(index.row()).attachments)
        spots.append({{}, file, false});
    if (!layout.why.isEmpty())
        spots.append({{}, {}, true});
    return spots;
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

void TranscriptDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                                              const QModelIndex& index) const
{
    const int margin = 4;   // the document's own
    editor->setGeometry(layoutOf(index, option.rect.width())
                            .text.translated(option.rect.topLeft())
                            .adjusted(-margin, -margin, margin + 2, margin));
}

}
