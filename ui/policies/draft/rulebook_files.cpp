#include "ui/policies/draft/rulebook_files.h"

#include "ui/policies/draft/issue_links.h"
#include "ui/policies/draft/rulebook_draft.h"
#include "ui/shared/buttons.h"
#include "ui/shared/format_text.h"
#include "ui/shared/prompts.h"
#include "ui/shared/themed.h"

#include <QDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace signalbox {
namespace {

QString filter() { return RulebookFiles::tr("Rulebooks (*.json);;All files (*)"); }

QString nameOf(const QString& file) { return line(file.section(u'/', -1).toStdString(), 80); }

bool holdsAnything(const Rulebook& rulebook)
{
    Rulebook empty;
    empty.policiesOnly = rulebook.policiesOnly;
    return !(rulebook == empty);
}

}

RulebookFiles::RulebookFiles(const StudioContext& context, QWidget& window) : m_context(context), m_window(window) { }

void RulebookFiles::importFile()
{
    const auto file = m_context.page.prompts.openFile(tr("Import a rulebook"), filter());
    if (!file)
        return;
    m_context.page.prompts.readFile(*file, this, [this, file = *file](const Result<std::string>& bytes) {
        if (!bytes)
            return told(false, tr("%1 was not imported.").arg(nameOf(file)), text(bytes.error().message));
        m_reading.start([this, file, bytes = *bytes]() -> BackgroundWork::Finish {
            const auto reading = std::make_shared<const RulebookReading>(readRulebookAsItIs(bytes));
            return [this, file, reading] {
                if (reading->issues.empty())
                    take(file, reading);
                else
                    showErrors(file, reading);
            };
        });
    });
}

// A list of policies takes the place of the policies, a whole rulebook that of everything.
void RulebookFiles::take(const QString& file, const std::shared_ptr<const RulebookReading>& reading)
{
    Rulebook rulebook = reading->rulebook;
    if (rulebook.policiesOnly) {
        Rulebook whole = m_context.draft.rulebook();
        whole.policies = std::move(rulebook.policies);
        whole.attributes.merge(rulebook.attributes);   // what is declared already stays as it is
        rulebook = std::move(whole);
    }
    rulebook.policiesOnly = false;
    m_context.draft.replaceAll(std::move(rulebook), tr("import %1").arg(nameOf(file)));
    Q_EMIT told(true, tr("%1 is in the draft now.").arg(nameOf(file)),
                tr("Undo takes it out again. Nothing is live before you publish."));
}

void RulebookFiles::showErrors(const QString& file, const std::shared_ptr<const RulebookReading>& reading)
{
    Theme& theme = m_context.page.theme;
    auto* dialog = new QDialog(&m_window);
    dialog->setObjectName(QStringLiteral("importErrors"));
    dialog->setWindowTitle(tr("Import a rulebook"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    setSurface(*dialog, theme, ThemeColor::Panel);
    auto* column = new QVBoxLayout(dialog);
    const int edge = theme.px(24);
    column->setContentsMargins(edge, edge, edge, edge);
    column->setSpacing(theme.px(12));
    const std::size_t errors = reading->issues.size();
    const QString title = errors == 1 ? tr("%1 has an error").arg(nameOf(file))
                                      : tr("%1 has %2 errors").arg(nameOf(file), formatCount(qint64(errors)));
    column->addWidget(newLabel(title, theme, TextStyle::PaneTitle));
    column->addWidget(new IssueLinks(theme, reading->issues, reading->rulebook, false, dialog), 1);
    const bool something = holdsAnything(reading->rulebook);
    column->addWidget(newParagraph(something ? tr("What could be read can be taken into the draft and mended there. "
                                                  "Parts that do not fit the format are left out.")
                                             : tr("Nothing in it could be read as rules."),
                                   theme, TextStyle::Body, ThemeColor::TextMuted));
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    QPushButton* cancel = newButton(tr("Cancel"), QStringLiteral("cancelImport"));
    QPushButton* accept = newPrimaryButton(tr("Take into the draft"), QStringLiteral("importAnyway"));
    accept->setVisible(something);
    connect(cancel, &QPushButton::clicked, dialog, &QDialog::reject);
    connect(accept, &QPushButton::clicked, dialog, &QDialog::accept);
    connect(dialog, &QDialog::accepted, this, [this, file, reading] { take(file, reading); });
    row->addWidget(cancel);
    row->addWidget(accept);
    column->addLayout(row);
    dialog->resize(theme.px(640), theme.px(480));
    dialog->open();
}

void RulebookFiles::exportDraft()
{
    const RulebookDraft& draft = m_context.draft;
    const QString suggestion
        = draft.isChanged() ? tr("rulebook-draft.json") : tr("rulebook-v%1.json").arg(draft.baseVersion());
    const auto file = m_context.page.prompts.saveFile(tr("Export the rulebook"), filter(), suggestion);
    if (!file)
        return;
    m_context.page.prompts.writeFile(*file, draft.document(), this, [this, file = *file](const Result<void>& written) {
        if (written)
            Q_EMIT told(true, tr("The rulebook is in %1.").arg(nameOf(file)), {});
        else
            Q_EMIT told(false, tr("%1 was not written.").arg(nameOf(file)), text(written.error().message));
    });
}

}
