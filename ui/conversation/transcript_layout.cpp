#include "ui/conversation/transcript_layout.h"

#include "ui/shared/format_text.h"
#include "ui/shared/theme.h"

#include <QCoreApplication>
#include <QFontMetrics>

#include <algorithm>
#include <cmath>

namespace signalbox {
namespace {

using RowKind = TranscriptModel::RowKind;

constexpr int layoutsKept = 400;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Transcript)
};

QList<WordSpan> placesOf(const QStringList& names, const QString& text)
{
    QList<WordSpan> places;
    for (const QString& name : names)
        for (qsizetype at = text.indexOf(name); at >= 0 && name.size() > 1; at = text.indexOf(name, at + name.size()))
            places.append({int(at), int(name.size())});
    return places;
}

}

QString whyText() { return Words::tr("Why?", "link to the explanation of a decision"); }
QString saveText() { return Words::tr("Save…", "a file that came with a message"); }

TranscriptLayouts::TranscriptLayouts(const Theme& theme) : m_theme(theme), m_known(layoutsKept) { }

const TranscriptRowLayout& TranscriptLayouts::of(const TranscriptModel& model, int row, int width)
{
    if (width != m_width) {
        m_known.clear();
        m_width = width;
    }
    const QModelIndex index = model.index(row);
    const qint64 key = index.data(TranscriptModel::KeyRole).toLongLong();
    TranscriptRowLayout* known = m_known.object(key);
    if (!known || known->head != model.startsGroup(row)
        || known->state != index.data(TranscriptModel::StateRole).toString()) {
        known = lay(model, row, width).release();
        m_known.insert(key, known);
    }
    return *known;
}

int TranscriptLayouts::bubbleRoom(bool note, int width) const
{
    const int room = width - 2 * m_theme.px(24) - (note ? 0 : m_theme.px(34));
    return note ? room : std::min(room, m_theme.px(720));
}

int TranscriptLayouts::estimate(const TranscriptModel& model, int row, int width) const
{
    const RowKind kind = model.kindAt(row);
    if (kind == RowKind::Day || kind == RowKind::System)
        return m_theme.px(36);
    const Message& message = model.messageAt(row);
    const bool note = kind == RowKind::Note;
    const int lineHeight = m_theme.lineHeight(note ? TextStyle::Body : TextStyle::MessageText);
    const int inLine = std::max(1,
                                (bubbleRoom(note, width) - 2 * m_theme.px(12)) * 9
                                    / (lineHeight * 3));   // letters are about a third as wide as lines are high
    const int lines = message.text.empty() ? 0 : int(message.text.size()) / inLine + 1;
    const int head
        = note || model.startsGroup(row) ? m_theme.lineHeight(TextStyle::Secondary) + m_theme.px(12) : m_theme.px(4);
    return head + lines * lineHeight + 2 * m_theme.px(7) + int(message.attachments.size()) * m_theme.px(28);
}

std::unique_ptr<TranscriptRowLayout> TranscriptLayouts::lay(const TranscriptModel& model, int row, int width) const
{
    auto made = std::make_unique<TranscriptRowLayout>();
    made->head = model.startsGroup(row);
    made->state = model.index(row).data(TranscriptModel::StateRole).toString();
    const RowKind kind = model.kindAt(row);
    if (kind == RowKind::Day || kind == RowKind::System)
        layLine(*made, model, row, width);
    else
        layWords(*made, model, row, width);
    return made;
}

void TranscriptLayouts::layLine(TranscriptRowLayout& made, const TranscriptModel& model, int row, int width) const
{
    const QModelIndex index = model.index(row);
    const bool system = model.kindAt(row) == RowKind::System;
    const QFontMetrics metrics(m_theme.font(TextStyle::Secondary));
    const QString what = index.data(Qt::DisplayRole).toString().simplified();
    const int link = system ? metrics.horizontalAdvance(whyText()) + m_theme.px(8) : 0;
    const QString whole
        = system ? index.data(TranscriptModel::TimeRole).toString() + QStringLiteral("  ") + what : what;
    made.height = m_theme.px(36);
    made.systemLine = metrics.elidedText(whole, Qt::ElideRight, width - 4 * m_theme.px(24) - link);
    const int across = metrics.horizontalAdvance(made.systemLine);
    made.systemBox = QRect((width - across - link) / 2, 0, across + 1, made.height);
    if (system)
        made.why = QRect(made.systemBox.right() + m_theme.px(8), (made.height - metrics.height()) / 2,
                         link - m_theme.px(8) + 1, metrics.height());
}

void TranscriptLayouts::layWords(TranscriptRowLayout& made, const TranscriptModel& model, int row, int width) const
{
    const auto px = [this](int length) { return m_theme.px(length); };
    const Message& message = model.messageAt(row);
    const bool note = model.kindAt(row) == RowKind::Note;
    const QString text = model.index(row).data(Qt::DisplayRole).toString();
    const int pad = px(12);
    const int small = m_theme.lineHeight(TextStyle::Secondary);
    const int widest = bubbleRoom(note, width);
    const TextStyle style = note ? TextStyle::Body : TextStyle::MessageText;
    made.words = std::make_unique<BubbleText>(text, m_theme.font(style), widest - 2 * pad, m_theme.lineHeight(style));
    made.links = linksIn(text);
    made.mentions = placesOf(model.mentionsAt(row), text);
    const bool cited = !message.citations.empty();
    const int left = px(24) + (note ? 0 : px(34));
    int top = px(made.head ? 12 : 4);
    if (made.head && !note) {
        made.avatar = QRect(px(24), top, px(24), px(24));
        made.headBox = QRect(left, top, width - left - px(24), small);
        top = made.headBox.bottom() + 1 + px(4);
    }
    const int least = !message.attachments.empty() ? px(320) : cited ? px(240) : 0;
    const int across
        = note ? widest : std::min(widest, std::max(int(std::ceil(made.words->width())) + 2 * pad + 1, least));
    const int inset = px(note ? 8 : 7);
    int bottom = top + inset;
    const auto below = [&](int height) {
        const QRect box(left + pad, bottom, across - 2 * pad, height);
        bottom += height;
        return box;
    };
    if (note) {
        made.headBox = below(small);
        bottom += px(4);
    }
    made.text = below(text.isEmpty() && !message.attachments.empty() ? 0 : int(std::ceil(made.words->height())));
    layFiles(made, message.attachments.size(), below(int(message.attachments.size()) * px(28)));
    if (cited) {
        bottom += px(4);
        made.citation = below(small);
    }
    made.bubble = QRect(left, top, across, bottom + inset - top);
    made.height = made.bubble.bottom() + 1;
    if (!made.state.isEmpty()) {
        made.stateBox = QRect(left, made.height + px(2), across, small);
        made.height = made.stateBox.bottom() + 1;
    }
}

void TranscriptLayouts::layFiles(TranscriptRowLayout& made, std::size_t files, const QRect& under) const
{
    const int high = m_theme.px(28);
    const int link = QFontMetrics(m_theme.font(TextStyle::Secondary)).horizontalAdvance(saveText()) + 1;
    for (std::size_t i = 0; i < files; ++i) {
        const QRect line(under.left(), under.top() + int(i) * high, under.width(), high);
        made.files << line;
        made.saves << QRect(line.right() + 1 - link, line.top() + m_theme.px(4), link, high - m_theme.px(8));
    }
}

}
