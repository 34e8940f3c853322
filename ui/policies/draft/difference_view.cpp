#include "ui/policies/draft/difference_view.h"

#include "ui/policies/draft/rulebook_difference.h"
#include "ui/shared/analysis_port.h"
#include "ui/shared/buttons.h"
#include "ui/shared/format_text.h"
#include "ui/shared/panes.h"
#include "ui/shared/tag.h"
#include "ui/shared/themed.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace signalbox {
namespace {

constexpr int mostDifferencesShown = 200;
constexpr int mostFindings = 100;
constexpr int longestSide = 600;   // of one side of a field

TagLook tagOf(RulebookDifference::Kind kind)
{
    switch (kind) {
    case RulebookDifference::Kind::Added:
        return {DifferenceView::tr("New"), {}, ThemeColor::Good, ThemeColor::GoodTint};
    case RulebookDifference::Kind::Removed:
        return {DifferenceView::tr("Removed"), {}, ThemeColor::Bad, ThemeColor::BadTint};
    case RulebookDifference::Kind::Changed:
        break;
    }
    return {DifferenceView::tr("Changed"), {}};
}

// "− is at least 500" or "+ is at least 300".
QLabel* newSide(const QString& sign, const QString& words, Theme& theme, ThemeColor color)
{
    QLabel* side = newParagraph(sign + QStringLiteral(" ") + line(words.toStdString(), longestSide), theme,
                                TextStyle::Body, color);
    side->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return side;
}

}

DifferenceView::DifferenceView(Theme& theme, AnalysisPort& analysis, QWidget* parent)
    : ScrollColumn(theme, ThemeColor::Panel, parent), m_theme(theme), m_analysis(analysis)
{
    setObjectName(QStringLiteral("differenceView"));
    setAccessibleName(tr("What differs"));
    connect(&analysis, &AnalysisPort::findingFound, this, [this](quint64 ticket, const Finding& finding) {
        if (ticket == m_ticket && m_ticket != 0)
            addFinding(finding);
    });
    connect(&analysis, &AnalysisPort::checked, this, [this](quint64 ticket, bool complete) {
        if (ticket == m_ticket && m_ticket != 0)
            finishProof(complete);
    });
    connect(&analysis, &AnalysisPort::failed, this, [this](quint64 ticket, const QString& why) {
        if (ticket != m_ticket || m_ticket == 0)
            return;
        m_ticket = 0;
        m_proof->setText(tr("This could not be found out: %1").arg(line(why.toStdString())));
    });
}

DifferenceView::~DifferenceView() { stopProof(); }

void DifferenceView::stopProof()
{
    if (m_ticket != 0)
        m_analysis.cancel(std::exchange(m_ticket, 0));
}

void DifferenceView::compare(const Side& before, const Side& after)
{
    stopProof();
    m_findings = 0;
    m_column = restart();
    const std::vector<RulebookDifference> all = differencesBetween(before.rulebook, after.rulebook);
    m_differences = int(all.size());
    QString room;
    QVBoxLayout* section = nullptr;
    for (int i = 0; i < std::min(m_differences, mostDifferencesShown); ++i) {
        const RulebookDifference& difference = all[std::size_t(i)];
        if (!section || difference.room != room) {
            room = difference.room;
            const auto inRoom = std::ranges::count(all, room, &RulebookDifference::room);
            section = addSection(room, formatCount(inRoom));
        }
        addDifference(*section, difference);
    }
    if (m_differences > mostDifferencesShown)
        m_column->addWidget(newParagraph(tr("And %1 more.").arg(formatCount(m_differences - mostDifferencesShown)), m_theme,
                                         TextStyle::Body, ThemeColor::TextMuted));
    if (all.empty())
        addSection(tr("Rules"), {})
            ->addWidget(newParagraph(tr("Nothing differs."), m_theme, TextStyle::Body, ThemeColor::TextMuted));
    m_outcomes = addSection(tr("Conversations that come out differently"), {});
    m_proof = newParagraph(tr("Looking for them…"), m_theme, TextStyle::Body, ThemeColor::TextMuted);
    m_proof->setObjectName(QStringLiteral("proofState"));
    m_outcomes->addWidget(m_proof);
    m_column->addStretch(1);
    m_ticket = m_analysis.askDifference(before.document, after.document);
    finish();
}

void DifferenceView::showNothing(const QString& why)
{
    stopProof();
    m_differences = 0;
    m_column = restart();
    addSection(tr("Rules"), {})->addWidget(newParagraph(why, m_theme, TextStyle::Body, ThemeColor::TextMuted));
    m_column->addStretch(1);
    finish();
}

QVBoxLayout* DifferenceView::addSection(const QString& title, const QString& total)
{
    auto* section = new CardSection(m_theme, title, widget());
    section->setTotal(total);
    m_column->addWidget(section);
    return section->content();
}

void DifferenceView::addDifference(QVBoxLayout& section, const RulebookDifference& difference)
{
    auto* head = new QHBoxLayout;
    head->setSpacing(m_theme.px(8));
    auto* tag = new Tag(m_theme);
    tag->setTag(tagOf(difference.kind));
    head->addWidget(tag);
    if (m_placesOpen && !difference.place.isEmpty()) {
        QString words = difference.title;
        QPushButton* link = newLink(words.replace(u'&', QStringLiteral("&&")), QStringLiteral("differencePlace"));
        link->setAccessibleName(tr("Go to %1").arg(difference.title));
        connect(link, &QPushButton::clicked, this, [this, place = difference.place] { Q_EMIT placeWanted(place); });
        head->addWidget(link);
    } else {
        head->addWidget(newLabel(difference.title, m_theme, TextStyle::BodyStrong));
    }
    head->addStretch(1);
    section.addLayout(head);
    for (const RulebookDifference::Field& field : difference.fields) {
        auto* row = new QHBoxLayout;
        QLabel* const name = newLabel(field.name, m_theme, TextStyle::Secondary, ThemeColor::TextMuted);
        name->setFixedWidth(m_theme.px(140));
        name->setWordWrap(true);
        row->addWidget(name, 0, Qt::AlignTop);
        auto* sides = new QVBoxLayout;
        if (!field.before.isEmpty())
            sides->addWidget(newSide(QStringLiteral("−"), field.before, m_theme, ThemeColor::Bad));
        if (!field.after.isEmpty())
            sides->addWidget(newSide(QStringLiteral("+"), field.after, m_theme, ThemeColor::Good));
        row->addLayout(sides, 1);
        section.addLayout(row);
    }
    section.addSpacing(m_theme.px(8));
}

void DifferenceView::addFinding(const Finding& finding)
{
    if (++m_findings > mostFindings)
        return;
    auto* row = new QHBoxLayout;
    row->setSpacing(m_theme.px(8));
    QLabel* words = newParagraph(text(finding.message), m_theme);
    words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    row->addWidget(words, 1);
    if (finding.witness) {
        QPushButton* attempt = newLink(tr("Try it"), QStringLiteral("tryWitness"));
        connect(attempt, &QPushButton::clicked, this,
                [this, witness = *finding.witness] { Q_EMIT witnessWanted(witness); });
        row->addWidget(attempt, 0, Qt::AlignTop);
    }
    m_outcomes->insertLayout(m_outcomes->count() - 1, row);
}

void DifferenceView::finishProof(bool complete)
{
    m_ticket = 0;
    if (m_findings > mostFindings)
        m_proof->setText(tr("And %1 more.").arg(formatCount(m_findings - mostFindings)));
    else if (!complete)
        m_proof->setText(m_findings == 0
                             ? tr("None was found in the time there was; that is no proof that there is none.")
                             : tr("There may be more: the time was up."));
    else
        m_proof->setText(m_findings == 0 ? tr("None: it is proved that all come out as before.")
                                         : tr("These are all."));
}

}
