#include "ui/policies/try/sample_picker.h"

#include "ui/policies/draft/rulebook_draft.h"
#include "ui/shared/format_text.h"
#include "ui/shared/row_delegate.h"
#include "ui/shared/themed.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

#include <chrono>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr auto typingPause = std::chrono::milliseconds(150);
constexpr int mostSamplesShown = 50;

}

QString sampleTitle(const PastSample& sample, Instant now)
{
    const Instant at = sample.decision.at;
    const QString day = formatDay(at, now);
    const QString when
        = SamplePicker::tr("%1 %2", "day and time").arg(day == u"Today"_s ? day.toLower() : day, formatClock(at));
    const QString name = sample.visitorName.empty() ? SamplePicker::tr("Visitor") : line(sample.visitorName, 60);
    const QString origin = originLabel(sample.origin);
    const QString title = SamplePicker::tr("%1, %2, %3").arg(name, numberOf(sample.conversation), when);
    return origin.isEmpty() ? title : SamplePicker::tr("%1, %2").arg(title, origin.toLower());
}

SamplePicker::SamplePicker(const StudioContext& studio, QWidget* parent)
    : QFrame(parent, Qt::Popup),
      m_studio(studio),
      m_words(new QLineEdit(this)),
      m_list(new QListWidget(this)),
      m_note(nullptr)
{
    Theme& theme = studio.page.theme;
    setObjectName(u"samplePicker"_s);
    setAccessibleName(tr("Choose a conversation"));
    setFrameShape(QFrame::StyledPanel);
    setSurface(*this, theme, ThemeColor::Panel);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme.px(8), theme.px(8), theme.px(8), theme.px(8));
    column->setSpacing(theme.px(6));
    m_words->setObjectName(u"sampleWords"_s);
    m_words->setAccessibleName(tr("Find a conversation"));
    m_words->setPlaceholderText(tr("Name, number, or a value"));
    m_words->setMaxLength(200);
    m_words->installEventFilter(this);
    column->addWidget(m_words);
    m_note = newParagraph({}, theme, TextStyle::Secondary, ThemeColor::TextMuted, this);
    m_note->setObjectName(u"sampleNote"_s);
    m_note->hide();
    column->addWidget(m_note);
    m_list->setObjectName(u"sampleList"_s);
    m_list->setAccessibleName(tr("Conversations found, newest first"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setItemDelegate(new RowDelegate(theme, m_list));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    column->addWidget(m_list, 1);
    m_pause.setSingleShot(true);
    m_pause.setInterval(typingPause);
    connect(&m_pause, &QTimer::timeout, this, &SamplePicker::ask);
    connect(m_words, &QLineEdit::textChanged, this, [this] { m_pause.start(); });
    connect(m_list, &QListWidget::itemActivated, this, &SamplePicker::choose);
    connect(m_list, &QListWidget::itemClicked, this, &SamplePicker::choose);
    connect(&studio.analysis, &AnalysisPort::samplesFound, this, [this](quint64 ticket, const auto& samples) {
        if (ticket == m_ticket && ticket != 0)
            show(samples);
    });
    connect(&studio.analysis, &AnalysisPort::failed, this, [this](quint64 ticket, const QString& why) {
        if (ticket == m_ticket && ticket != 0)
            say(why);
    });
}

void SamplePicker::openBelow(QWidget& anchor, const std::optional<PolicyId>& policy)
{
    m_policy = policy;
    m_words->clear();
    m_pause.stop();
    m_list->clear();
    ask();
    const Theme& theme = m_studio.page.theme;
    resize(std::max(anchor.width(), theme.px(320)), theme.px(360));
    move(anchor.mapToGlobal(QPoint(0, anchor.height() + theme.px(2))));
    QFrame::show();
    m_words->setFocus(Qt::PopupFocusReason);
}

void SamplePicker::ask()
{
    if (m_ticket != 0)
        m_studio.analysis.cancel(m_ticket);
    m_ticket = m_studio.analysis.askSamples(m_words->text().trimmed(), m_policy, mostSamplesShown);
}

void SamplePicker::show(const std::vector<PastSample>& samples)
{
    m_ticket = 0;
    m_samples = samples;
    m_list->clear();
    for (const PastSample& sample : m_samples)
        m_list->addItem(sampleTitle(sample, m_studio.page.now()));
    if (!m_samples.empty())
        m_list->setCurrentRow(0);
    if (!m_samples.empty())
        say({});
    else if (!m_words->text().trimmed().isEmpty())
        say(tr("No conversation fits these words."));
    else
        say(m_policy ? tr("This policy has not decided a conversation yet.")
                     : tr("No conversation has been decided yet."));
}

void SamplePicker::say(const QString& words)
{
    m_note->setText(words);
    m_note->setVisible(!words.isEmpty());
}

void SamplePicker::choose()
{
    const int row = m_list->currentRow();
    if (row < 0 || row >= int(m_samples.size()))
        return;
    const PastSample sample = m_samples[std::size_t(row)];
    hide();
    Q_EMIT chosen(sample);
}

bool SamplePicker::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_words || event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    auto* const key = static_cast<QKeyEvent*>(event);
    switch (key->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        QCoreApplication::sendEvent(m_list, key);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose();
        return true;
    case Qt::Key_Escape:
        hide();
        return true;
    default:
        return false;
    }
}

}
