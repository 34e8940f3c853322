#include "ui/live/wall_board.h"

#include "routing/rulebook/rulebook.h"
#include "ui/live/wall_figures.h"
#include "ui/shared/accessible_role.h"
#include "ui/shared/console_model.h"
#include "ui/shared/digits.h"
#include "ui/shared/format_text.h"
#include "ui/shared/presence_shape.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>
#include <map>

namespace signalbox {

using namespace Qt::StringLiterals;

WallBoard::WallBoard(const PageContext& context, WallFigures& figures, QWidget* parent)
    : QWidget(parent, Qt::Window), m_context(context), m_figures(figures)
{
    setObjectName(u"wallBoard"_s);
    setAccessibleRole(*this, QAccessible::Window);
    setWindowTitle(tr("Wall board"));
    setAccessibleName(tr("Wall board"));
    setMinimumSize(640, 360);
    resize(1280, 720);
    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, this, &WallBoard::refresh);
    connect(&context.theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void WallBoard::refresh()
{
    m_figures.tick();
    setAccessibleDescription(spoken());
    update();
}

void WallBoard::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    refresh();
    m_second.start();
}

void WallBoard::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_second.stop();
}

void WallBoard::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_F11)
        setWindowState(windowState() ^ Qt::WindowFullScreen);
    else if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

WallBoard::QueueLine WallBoard::lineOf(const QString& name, const QueueFigures& figures) const
{
    const QString longest
        = figures.oldest ? formatSpan(std::chrono::floor<seconds>(m_context.now() - *figures.oldest)) : u"—"_s;
    return {name, formatCount(figures.waiting), longest, formatCount(figures.overTarget), figures.overTarget > 0};
}

std::vector<WallBoard::Figure> WallBoard::figures() const
{
    const QueueLine all = lineOf({}, m_figures.waiting().all());
    const auto& agents = m_context.model.agents();
    const auto online
        = std::ranges::count_if(agents, [](const auto& each) { return each.second.presence == Presence::Online; });
    const ThemeColor color = all.isOver ? ThemeColor::Bad : ThemeColor::Text;
    return {{all.waiting, tr("waiting"), ThemeColor::Text},
            {all.longest, tr("longest wait"), color},
            {all.over, tr("over target"), color},
            {tr("%1 of %2", "online, all").arg(formatCount(online)).arg(formatCount(qint64(agents.size()))),
             tr("agents online"), online == 0 ? ThemeColor::Warn : ThemeColor::Text}};
}

// As many as there is room for; when not all fit, those where somebody waits come first.
std::vector<WallBoard::QueueLine> WallBoard::queues(int room) const
{
    std::vector<std::pair<int, QueueLine>> lines;
    for (const Queue& queue : m_context.model.rulebook().queues) {
        const QueueFigures figures = m_figures.waiting().queue(queue.id);
        lines.push_back({figures.waiting, lineOf(m_context.model.queueName(queue.id), figures)});
    }
    if (int(lines.size()) > room)
        std::ranges::stable_sort(lines, std::greater{}, [](const auto& line) { return line.first; });
    std::vector<QueueLine> shown;
    for (int i = 0; i < std::min(room, int(lines.size())); ++i)
        shown.push_back(std::move(lines[std::size_t(i)].second));
    return shown;
}

QString WallBoard::answeredWords() const
{
    const QString since
        = m_figures.countsWholeDay() ? tr("today") : tr("since %1").arg(formatClock(m_figures.countedSince()));
    if (m_figures.answered() == 0)
        return tr("None answered %1", "since when").arg(since);
    return tr("%1 answered %2, %3 in time")
        .arg(formatCount(m_figures.answered()), since,
             formatPercent(double(m_figures.answeredInTime()) / m_figures.answered()));
}

QString WallBoard::agentsWords() const
{
    std::map<Presence, int> counts;
    for (const auto& [id, agent] : m_context.model.agents())
        ++counts[agent.presence];
    return tr("%1 away, %2 on a break, %3 offline")
        .arg(counts[Presence::Away])
        .arg(counts[Presence::OnBreak])
        .arg(counts[Presence::Offline]);
}

QString WallBoard::spoken() const
{
    QStringList words;
    for (const Figure& figure : figures())
        words << figure.text + u' ' + figure.label;
    words << agentsWords() << answeredWords();
    return words.join(u", "_s);
}

}
