#pragma once

#include "model/domain/ids.h"
#include "model/domain/value.h"
#include "ui/shared/page_context.h"

#include <QWidget>

#include <memory>
#include <optional>

class QAction;

namespace signalbox {

struct Policy;
struct PolicyCase;

// Why a conversation went where it went: one of its decisions in full, and the way to the others. Left and Right go
// between them, Esc back to where one came from.
class WhyPage : public QWidget {
    Q_OBJECT

public:
    explicit WhyPage(const PageContext& context, QWidget* parent = nullptr);
    ~WhyPage() override;

    // The last decision made by `at`; none: the last of all.
    void explain(const ConversationId& conversation, std::optional<Instant> at = {});
    const ConversationId& shown() const;
    QList<QAction*> menuActions() const;   // each has an objectName

Q_SIGNALS:
    void backWanted();
    // These open in the studio.
    void tryWanted(const QString& name, const signalbox::Values& values, const signalbox::PolicyId& policy);
    void policyWanted(const signalbox::PolicyId& policy);
    void caseWanted(const signalbox::PolicyCase& made);
    void newPolicyWanted(const signalbox::Policy& made, const signalbox::PolicyId& before);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

}
