#include "ui/first_run/first_run_dialog.h"

#include "ui/shared/buttons.h"
#include "ui/shared/inline_message.h"
#include "ui/shared/panes.h"
#include "ui/shared/themed.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

// One choice: what it is called, what it means, and its button at the right.
QWidget* newChoice(Theme& theme, const QString& title, const QString& meaning, QWidget* act, QWidget* extra = nullptr)
{
    auto* choice = new QWidget;
    auto* row = new QHBoxLayout(choice);
    row->setContentsMargins(0, theme.px(16), 0, theme.px(16));
    row->setSpacing(theme.px(24));
    auto* words = new QVBoxLayout;
    words->setSpacing(theme.px(4));
    words->addWidget(newLabel(title, theme, TextStyle::BodyStrong));
    words->addWidget(newParagraph(meaning, theme, TextStyle::Body, ThemeColor::TextMuted));
    if (extra)
        words->addWidget(extra);
    row->addLayout(words, 1);
    row->addWidget(act, 0, Qt::AlignVCenter);
    return choice;
}

}

FirstRunDialog::FirstRunDialog(Theme& theme, Prompts& prompts, QWidget* parent)
    : QDialog(parent), m_trouble(new InlineMessage(theme, MessageKind::Bad))
{
    setObjectName(u"firstRun"_s);
    setWindowTitle(tr("Signalbox"));
    setWindowIcon(theme.icon(u"logo"_s, ThemeColor::Accent));
    setSurface(*this, theme, ThemeColor::Panel);
    QPushButton* sample = newPrimaryButton(tr("Open the sample"), u"chooseSample"_s);
    QPushButton* empty = newButton(tr("Start empty"), u"chooseEmpty"_s);
    QPushButton* file = newButton(tr("Choose a file…"), u"chooseFile"_s);
    auto* company = new QLineEdit;
    company->setObjectName(u"companyName"_s);
    company->setAccessibleName(tr("Company name"));
    company->setPlaceholderText(tr("Your company's name"));
    company->setMaxLength(120);
    company->setMaximumWidth(theme.px(280));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme.px(32), theme.px(28), theme.px(32), theme.px(20));
    column->setSpacing(0);
    auto* mark = new QLabel;
    mark->setPixmap(theme.pixmap(u"logo"_s, ThemeColor::Accent, theme.px(32), devicePixelRatioF()));
    column->addWidget(mark);
    column->addSpacing(theme.px(12));
    column->addWidget(newLabel(tr("Which workspace would you like to open?"), theme, TextStyle::PageTitle));
    column->addSpacing(theme.px(4));
    column->addWidget(
        newParagraph(tr("A workspace is one file that holds a company's conversations, people and rules."), theme,
                     TextStyle::Body, ThemeColor::TextMuted));
    column->addSpacing(theme.px(8));
    column->addWidget(m_trouble);
    m_trouble->hide();
    column->addWidget(
        newChoice(theme, tr("The sample workspace"),
                  tr("A made-up company with policies, answers and people, and practice visitors that you can "
                     "switch on and off. The quickest way to see how everything works."),
                  sample));
    column->addWidget(newLine(theme));
    column->addWidget(newChoice(theme, tr("An empty workspace"),
                                tr("For your own company: one queue, four tiers, and nothing else until you add it."),
                                empty, company));
    column->addWidget(newLine(theme));
    column->addWidget(newChoice(theme, tr("A workspace you already have"),
                                tr("A file that Signalbox made on this machine or on another one."), file));
    setFixedWidth(theme.px(640));
    connect(sample, &QPushButton::clicked, this, &FirstRunDialog::sampleChosen);
    connect(empty, &QPushButton::clicked, this, [this, company] { Q_EMIT emptyChosen(company->text().trimmed()); });
    connect(company, &QLineEdit::returnPressed, empty, &QPushButton::click);
    connect(file, &QPushButton::clicked, this, [this, &prompts] {
        if (const auto path
            = prompts.openFile(tr("Open a workspace"), tr("Signalbox workspaces (*.signalbox);;All files (*)")))
            Q_EMIT fileChosen(*path);
    });
    sample->setFocus();
}

void FirstRunDialog::showTrouble(const QString& what)
{
    m_trouble->setText(what);
    m_trouble->show();
}

}
