#pragma once

#include "app/router/visitor_door.h"

#include <mutex>
#include <set>
#include <string>
#include <vector>

namespace signalbox::test {

// A visitors' door that remembers what came in and answers at once, as a router would that had committed it.
class RecordingDoor final : public VisitorDoor {
public:
    bool submit(VisitorInput input, std::function<void(const Result<VisitorReceipt>&)> answered) override
    {
        if (turnAway > 0) {
            --turnAway;
            return false;
        }
        VisitorReceipt receipt;
        if (const auto* wrote = std::get_if<VisitorWrote>(&input.what))
            receipt.alreadyKnown = !m_known.insert(wrote->message.value).second;
        inputs.push_back(std::move(input));
        answered(receipt);
        return true;
    }
    void loadFile(const VisitorId&, const AttachmentId& file,
                  std::function<void(const Result<std::string>&)> answered) override
    {
        answered(failure("There is no such file.", file.value));
    }
    int listen(std::function<void(const VisitorUpdate&)> told) override
    {
        listener = std::move(told);
        return 1;
    }
    void unlisten(int) override { listener = {}; }
    WebsiteChannel websiteChannel() const override { return {}; }

    // The texts of the messages, in the order they came.
    std::vector<std::string> texts() const
    {
        std::vector<std::string> said;
        for (const VisitorInput& input : inputs)
            if (const auto* wrote = std::get_if<VisitorWrote>(&input.what))
                said.push_back(wrote->text);
        return said;
    }

    int turnAway = 0;   // how many submits to refuse, as a full queue does
    std::vector<VisitorInput> inputs;
    std::function<void(const VisitorUpdate&)> listener;

private:
    std::set<std::string> m_known;
};

}
